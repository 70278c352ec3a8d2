CREATE TABLE IF NOT EXISTS drive (
    id BIGINT UNSIGNED NOT NULL,
    code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    stage VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version BIGINT NOT NULL,
    head BINARY(32) NOT NULL,
    changed_at BIGINT NOT NULL,
    unit CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    serial VARCHAR(255) NULL,
    state MEDIUMTEXT NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY drive_code (code),
    KEY drive_serial (serial),
    KEY drive_unit (unit)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
