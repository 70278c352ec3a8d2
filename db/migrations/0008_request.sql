CREATE TABLE IF NOT EXISTS request (
    id BIGINT UNSIGNED NOT NULL,
    code VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version BIGINT NOT NULL,
    head BINARY(32) NOT NULL,
    changed_at BIGINT NOT NULL,
    submitted_at BIGINT NOT NULL,
    association BINARY(16) NOT NULL,
    state MEDIUMTEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY request_code (code),
    KEY request_association (association, id),
    KEY request_stage (stage, submitted_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
