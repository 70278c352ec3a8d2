#include "terminal/scan_rules.h"

#include <algorithm>

#include "server/domain/codes.h"
#include "server/domain/refusals.h"
#include "server/domain/serials.h"
#include "server/domain/stages.h"

namespace remise::terminal {

using domain::CodeKind;
using domain::Language;
using domain::Meaning;
using domain::Refusal;
using domain::Verdict;
namespace refusals = domain::refusals;

namespace {

/// The letters are ours and one of them is wrong or missing: a scratched or dirty label.
bool looksDamaged(const std::string& text) {
    const bool ours = text.size() >= 6 && text.find_first_not_of(domain::codeAlphabet) == std::string::npos;
    return ours && !domain::codeKind(text);
}

const domain::RefusalKind& notThis(Expect expect) {
    switch (expect) {
        case Expect::unit:
            return refusals::scanNotUnit;
        case Expect::printed:
            return refusals::scanNotLabel;
        case Expect::location:
            return refusals::scanNotLocation;
        case Expect::container:
            return refusals::scanNotContainer;
        case Expect::badge:
            return refusals::notABadge;
        case Expect::drive:
        case Expect::serial:
        case Expect::text:
            break;
    }
    return refusals::scanIsCode;
}

bool isExpected(Expect expect, std::optional<CodeKind> kind) {
    switch (expect) {
        case Expect::unit:
            return kind == CodeKind::unit;
        case Expect::drive:
            return true;  // the code that it must have tells what it is not
        case Expect::printed:
            return kind == CodeKind::unit || kind == CodeKind::drive;
        case Expect::location:
            return kind == CodeKind::location;
        case Expect::container:
            return kind == CodeKind::container;
        case Expect::badge:
            return kind == CodeKind::badge;
        case Expect::serial:
        case Expect::text:
            return !kind;
    }
    return false;
}

}  // namespace

Verdict checkScan(Expect expect, const std::string& text) {
    const bool isOfOurs = expect != Expect::serial && expect != Expect::text;
    if (isOfOurs && looksDamaged(text)) return Refusal(refusals::scanDamaged);
    if (isExpected(expect, domain::codeKind(text))) return {};
    return Refusal(notThis(expect));
}

Refusal otherThing(Expect expect, const domain::Value& right) {
    const std::string code = right.isText() ? groupedCode(right.text()) : "?";
    switch (expect) {
        case Expect::printed:
            return Refusal(refusals::otherLabel, {{"code", code}});
        case Expect::location:
            return Refusal(refusals::otherShelf, {{"code", code}});
        case Expect::unit:
            return Refusal(refusals::otherUnit, {{"code", code}});
        default:
            return Refusal(refusals::otherThing, {{"code", code}});
    }
}

Refusal notToErase(const domain::Value& drives, const domain::Scan& scan) {
    if (drives.isArray())
        for (const domain::Value& drive : drives.array())
            if (isNamed(drive, scan))
                return Refusal(
                    refusals::driveDone, {{"drive", drive.textOr("serial", drive.textOr("code"))}},
                    {{"stage", domain::stageWords(domain::Subject::drive, drive.textOr("status"))}});
    return Refusal(refusals::otherDrive);
}

bool isNamed(const domain::Value& thing, const domain::Scan& scan) {
    const std::string serial = domain::normaliseSerial(thing.textOr("serial"));
    const auto names = [&](const domain::Reading& reading) {
        return thing.textOr("code") == reading.value ||
               (!serial.empty() && serial == domain::normaliseSerial(reading.value));
    };
    return std::ranges::any_of(domain::readingsOf(scan), names);
}

domain::Outcome<std::vector<domain::Reading>> serialsIn(const domain::Scan& scan) {
    std::vector<domain::Reading> serials;
    for (const domain::Reading& reading : domain::readingsOf(scan)) {
        const bool names = reading.meaning == Meaning::serial || reading.meaning == Meaning::imei ||
                           reading.meaning == Meaning::mac || reading.meaning == Meaning::text;
        const bool isNew =
            std::ranges::find(serials, reading.value, &domain::Reading::value) == serials.end();
        if (names && isNew) serials.push_back(reading);
    }
    if (serials.empty() || serials.front().meaning == Meaning::text) return Refusal(refusals::scanNotSerial);
    return serials;
}

Refusal waitsElsewhere(const domain::Value& unit) {
    const std::string next = unit.textOr("next");
    const std::string stage = unit.textOr("stage");
    return Refusal(refusals::waitsElsewhere, {{"next", next}},
                   {{"step", next.empty() ? domain::stageWords(domain::Subject::unit, stage)
                                          : domain::stepWords(next)}});
}

Refusal outOfRange(const NumberRange& range) {
    return Refusal(refusals::numberOutOfRange,
                   {{"least", numberText(range.least, range)}, {"most", numberText(range.most, range)}});
}

std::string numberText(std::int64_t number, const NumberRange& range) {
    std::string digits = std::to_string(number);
    if (range.decimals > 0) {
        const auto decimals = static_cast<std::size_t>(range.decimals);
        if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
        digits.insert(digits.size() - decimals, ",");
    }
    return range.unit.empty() ? digits : digits + "\u00a0" + range.unit;
}

std::string groupedCode(const std::string& code) {
    std::string grouped;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0) grouped += "\u00a0";
        grouped += code[i];
    }
    return grouped;
}

}  // namespace remise::terminal
