-- Who signs in. `name` is a pseudonym or a first name, never a surname. Text is compared byte for byte:
-- the programs store e-mail addresses in lower case.
CREATE TABLE IF NOT EXISTS person (
    id BINARY(16) NOT NULL PRIMARY KEY,
    role VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name VARCHAR(60) NOT NULL,
    email VARCHAR(254) COLLATE utf8mb4_bin NULL,
    password_hash VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    pin_hash VARCHAR(128) CHARACTER SET ascii COLLATE ascii_bin NULL,
    association BINARY(16) NULL,
    site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'fr',
    active TINYINT NOT NULL DEFAULT 1,
    created_at BIGINT NOT NULL,
    UNIQUE KEY person_email (email),
    KEY person_association (association),
    KEY person_site (site)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
