-- Refused commands that nobody heard, for the leader of their site to settle. `subject` is the code they name;
-- `data` is canonical JSON without badges and PINs; `message` is what the sender was told.
CREATE TABLE IF NOT EXISTS review (
    command BINARY(16) NOT NULL PRIMARY KEY,
    after_command BINARY(16) NULL,
    sender BINARY(16) NOT NULL,
    site VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    station VARCHAR(255) NOT NULL,
    kind VARCHAR(255) NOT NULL,
    subject VARCHAR(255) NOT NULL,
    expects BIGINT NULL,
    claimed_at BIGINT NOT NULL,
    corrected_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    data MEDIUMTEXT NOT NULL,
    code VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    message TEXT NOT NULL,
    settled_at BIGINT NULL,
    settled_by BINARY(16) NULL,
    reason TEXT NULL,
    KEY review_open (site, settled_at, recorded_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
