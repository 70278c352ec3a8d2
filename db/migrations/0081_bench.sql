-- What each machine on the benches said last of itself. `report` is the id of its inventory; `unit` is known once a
-- scan has told it.
CREATE TABLE IF NOT EXISTS bench (
    report BINARY(16) NOT NULL,
    site VARCHAR(64) NOT NULL,
    sender BINARY(16) NOT NULL,
    unit CHAR(8) CHARACTER SET ascii COLLATE ascii_bin NULL,
    came_at BIGINT NOT NULL,
    seen_at BIGINT NOT NULL,
    state MEDIUMTEXT NOT NULL,
    PRIMARY KEY (report),
    KEY bench_site (site, seen_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
