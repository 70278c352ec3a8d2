-- `purpose` web: a browser's cookie, renewed while it is used; api: a member of staff's token for programs.
CREATE TABLE IF NOT EXISTS session (
    token_hash BINARY(32) NOT NULL PRIMARY KEY,
    person BINARY(16) NOT NULL,
    purpose ENUM('web', 'api') NOT NULL,
    csrf VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    KEY session_person (person),
    KEY session_expiry (expires_at),
    CONSTRAINT session_person FOREIGN KEY (person) REFERENCES person (id) ON DELETE CASCADE
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4
