#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "drivers/reports/nwipe_log.h"
#include "drivers/reports/nwipe_tables.h"

/// First half of reading an nwipe log: its lines sorted by run and drive, nothing judged.
namespace remise::drivers::reports {

/// What the lines of a run say about one device.
struct DeviceLines {
    std::string device;  ///< /dev/sda, or sda when only a table names it
    std::string model, serial, method;
    bool found = false;
    bool foundTwice = false;  ///< with another serial the second time
    bool started = false;
    bool inUse = false;
    bool hiddenSectors = false;
    bool troubled = false;  ///< nwipe ended it with an error
    std::vector<ErrorRow> errors;
    std::vector<BytesRow> bytes;
    std::vector<StatusRow> statuses;
};

struct RunLines {
    NwipeRun run;  ///< its head; the drives are judged later
    std::vector<DeviceLines> devices;
    bool hasFirstLine = false;  ///< "nwipe 0.42", as later versions begin
    bool hasOptions = false;
    bool hasTables = false;
    bool hasBytesTable = false;
    bool strayRows = false;  ///< a table's row outside of one, or one that cannot be read
};

struct SortedLog {
    std::vector<RunLines> runs;
    bool tooMuch = false;  ///< more drives or runs than any real log: the rest was not read
};

SortedLog sortLines(std::string_view text);

}  // namespace remise::drivers::reports
