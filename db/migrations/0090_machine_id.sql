-- By what the machine of an inventory is known again: serial number, UUID, board, network cards, IMEI, each in the
-- form in which two are compared. Outside of the ledger; it can be made again from the inventories' bodies.
CREATE TABLE IF NOT EXISTS machine_id (
    inventory BINARY(16) NOT NULL,
    kind VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    value VARCHAR(160) NOT NULL,
    PRIMARY KEY (inventory, kind, value),
    KEY machine_id_value (value, kind)
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin
