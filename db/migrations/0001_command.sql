CREATE TABLE IF NOT EXISTS command (
    id BINARY(16) NOT NULL,
    content BINARY(32) NOT NULL,
    sender BINARY(16) NOT NULL,
    claimed_at BIGINT NOT NULL,
    corrected_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    reply MEDIUMTEXT NOT NULL,
    PRIMARY KEY (id)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
