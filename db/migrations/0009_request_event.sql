CREATE TABLE IF NOT EXISTS request_event (
    request BIGINT UNSIGNED NOT NULL,
    seq BIGINT NOT NULL,
    command BINARY(16) NOT NULL,
    kind VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind_version INT NOT NULL,
    at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    station VARCHAR(255) NOT NULL,
    actor BINARY(16) NOT NULL,
    stage_after VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    data MEDIUMTEXT NOT NULL,
    hash BINARY(32) NOT NULL,
    PRIMARY KEY (request, seq)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
