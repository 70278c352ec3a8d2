-- What a site accepts where a medium offers nothing better, as its managers wrote it down. Rows are never changed: the
-- newest one of a site counts, and certificates name theirs.
CREATE TABLE IF NOT EXISTS erasure_policy (
    id BINARY(16) NOT NULL,
    site VARCHAR(64) NOT NULL,
    accepts_clear VARCHAR(100) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    reason VARCHAR(500) NOT NULL,
    person BINARY(16) NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (id),
    KEY erasure_policy_site (site, made_at)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
