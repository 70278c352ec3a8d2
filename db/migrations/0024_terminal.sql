-- `station` is where the terminal stands; one without may name any.
CREATE TABLE IF NOT EXISTS terminal (
    id BINARY(16) NOT NULL PRIMARY KEY,
    name VARCHAR(60) NOT NULL,
    token_hash BINARY(32) NOT NULL,
    site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    station VARCHAR(60) NULL,
    enrolled_at BIGINT NOT NULL,
    active TINYINT NOT NULL DEFAULT 1,
    UNIQUE KEY terminal_token (token_hash),
    KEY terminal_site (site)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
