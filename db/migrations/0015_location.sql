CREATE TABLE IF NOT EXISTS location (
    code CHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    site VARCHAR(64) NOT NULL,
    name VARCHAR(64) NOT NULL,
    PRIMARY KEY (code),
    UNIQUE KEY location_name (site, name)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
