-- A lost badge stays here, revoked, so that whoever scans it is told so.
CREATE TABLE IF NOT EXISTS badge (
    hash BINARY(32) NOT NULL PRIMARY KEY,
    person BINARY(16) NOT NULL,
    issued_at BIGINT NOT NULL,
    revoked_at BIGINT NULL,
    KEY badge_person (person),
    CONSTRAINT badge_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
