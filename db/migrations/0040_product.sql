CREATE TABLE IF NOT EXISTS product (
    sku VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
    name_fr VARCHAR(120) NOT NULL,
    name_en VARCHAR(120) NOT NULL,
    good_for_fr VARCHAR(300) NOT NULL,
    good_for_en VARCHAR(300) NOT NULL,
    category VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    performance_class TINYINT UNSIGNED NOT NULL,
    grade CHAR(1) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    price_cents BIGINT NOT NULL,
    reference_new_cents BIGINT NOT NULL,
    warranty_months SMALLINT UNSIGNED NOT NULL,
    drawing VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    published TINYINT(1) NOT NULL,
    most_per_association INT UNSIGNED NOT NULL,
    changed_at BIGINT NOT NULL,
    KEY product_by_category (published, category, price_cents)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
