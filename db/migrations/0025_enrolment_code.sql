CREATE TABLE IF NOT EXISTS enrolment_code (
    hash BINARY(32) NOT NULL PRIMARY KEY,
    site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    station VARCHAR(60) NULL,
    expires_at BIGINT NOT NULL,
    used_at BIGINT NULL,
    terminal BINARY(16) NULL
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
