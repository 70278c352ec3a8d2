CREATE TABLE IF NOT EXISTS container (
    id BIGINT UNSIGNED NOT NULL,
    code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version BIGINT NOT NULL,
    head BINARY(32) NOT NULL,
    changed_at BIGINT NOT NULL,
    site VARCHAR(64) NOT NULL,
    location VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    state MEDIUMTEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY container_code (code)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
