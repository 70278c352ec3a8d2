-- Lists of what a contractor says to have destroyed, byte for byte, and what comparing them with the sealed bins found.
CREATE TABLE IF NOT EXISTS destruction_list (
    id BINARY(16) NOT NULL,
    site VARCHAR(64) NOT NULL,
    bins VARCHAR(1000) NOT NULL,
    person BINARY(16) NOT NULL,
    received_at BIGINT NOT NULL,
    sha256 BINARY(32) NOT NULL,
    body MEDIUMBLOB NOT NULL,
    result MEDIUMTEXT NOT NULL,
    confirmed_at BIGINT NULL,
    PRIMARY KEY (id),
    KEY destruction_list_site (site, received_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
