-- What a manager is to know of. One row for what, about whom and day, however often: `day` begins at midnight UTC.
CREATE TABLE IF NOT EXISTS alert (
    day BIGINT NOT NULL,
    kind VARCHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    about VARCHAR(120) NOT NULL,
    times BIGINT NOT NULL,
    first_at BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    details TEXT NOT NULL,
    PRIMARY KEY (day, kind, about)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
