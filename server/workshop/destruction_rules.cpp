#include "server/workshop/destruction_rules.h"

#include <map>
#include <set>

#include "server/domain/serials.h"

namespace remise::workshop {

using namespace domain;
using drivers::reports::ListedDrive;

namespace {

std::string withoutZeros(const std::string& serial) {
    const auto first = serial.find_first_not_of('0');
    return first == serial.npos ? serial : serial.substr(first);
}

ComparedDrive described(const Entity& drive, int line) {
    return {drive.code, drive.state.textOr("serial"), drive.state.textOr("bin"), drive.stage, line};
}

Value listOf(const std::vector<ComparedDrive>& drives) {
    Value::Array list;
    for (const ComparedDrive& drive : drives) {
        Value one = Value::Object{{"serial", drive.serial}};
        if (!drive.code.empty()) one["drive"] = drive.code;
        if (!drive.bin.empty()) one["bin"] = drive.bin;
        if (!drive.stage.empty()) one["status"] = drive.stage;
        if (drive.line > 0) one["line"] = drive.line;
        list.push_back(std::move(one));
    }
    return list;
}

}  // namespace

Comparison compare(const std::vector<ListedDrive>& listed, const std::vector<Entity>& held) {
    std::multimap<std::string, const Entity*> bySerial, withoutLeadingZeros;
    for (const Entity& drive : held) {
        bySerial.emplace(drive.code, &drive);  // one without a serial has our label
        const std::string serial = normaliseSerial(drive.state.textOr("serial"));
        if (serial.empty()) continue;
        bySerial.emplace(serial, &drive);
        withoutLeadingZeros.emplace(withoutZeros(serial), &drive);
    }
    Comparison found;
    std::set<const Entity*> seen;
    for (const ListedDrive& line : listed) {
        const std::string serial = normaliseSerial(line.serial);
        const ComparedDrive said{"", line.serial, line.bin, "", line.line};
        const auto count = bySerial.count(serial);
        if (count == 0) {
            const bool mayBeOurs = drivers::reports::isCutBySpreadsheet(line.serial) ||
                                   withoutLeadingZeros.contains(withoutZeros(serial));
            (mayBeOurs ? found.unsure : found.unexpected).push_back(said);
            continue;
        }
        const Entity* drive = bySerial.find(serial)->second;
        const bool isOtherBin = !line.bin.empty() && line.bin != drive->state.textOr("bin");
        if (count > 1 || isOtherBin)
            found.unsure.push_back(said);
        else if (!seen.insert(drive).second)
            found.twice.push_back(described(*drive, line.line));
        else
            found.present.push_back(described(*drive, line.line));
    }
    for (const Entity& drive : held)
        if (!seen.contains(&drive) && drive.stage == "in_custody")
            found.missing.push_back(described(drive, 0));
    return found;
}

Value toValue(const Comparison& found) {
    return Value::Object{{"present", listOf(found.present)},
                         {"missing", listOf(found.missing)},
                         {"unexpected", listOf(found.unexpected)},
                         {"twice", listOf(found.twice)},
                         {"unsure", listOf(found.unsure)}};
}

}  // namespace remise::workshop
