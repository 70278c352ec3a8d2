-- Certificates of erasure as they were handed out. Rows are never changed: what is to be added to one makes a new edition,
-- which names the one that it replaces. `report` is the report that has certified the drive.
CREATE TABLE IF NOT EXISTS drive_certificate (
    drive CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    report BINARY(16) NOT NULL,
    edition INT NOT NULL,
    sha256 BINARY(32) NOT NULL,
    issued_at BIGINT NOT NULL,
    body MEDIUMTEXT NOT NULL,
    PRIMARY KEY (drive, report, edition)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
