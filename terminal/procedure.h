#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/domain/language.h"
#include "server/domain/value.h"

/// A station's work as data: one action a card, no loops, no jumps. Cards are played in their order; a card
/// whose `when` does not hold is passed over. That makes every procedure end, and lets it be checked before
/// anybody works with it (procedure_json.h reads, procedure_check.h checks, docs say the format).
namespace remise::terminal {

struct Words {
    std::string fr;
    std::string en;

    [[nodiscard]] const std::string& in(domain::Language language) const {
        return language == domain::Language::english ? en : fr;
    }
};

/// What a card wants from the worker.
enum class Ask {
    scan,
    choice,   ///< one of two to four
    several,  ///< any of two to six, then "that is all"
    number,
    pin,
    confirm,
    product,  ///< one of the catalogue
    drive,    ///< one of the unit's drives
    pick,     ///< one line of the pick list
    print,    ///< nothing: the label prints, and the next card scans it back
    reprint,  ///< the same for the label of the unit in hand or of its drive, with the code it has
    bench,    ///< one of the machines on the benches: it gets its job, and the unit is done here
};
bool prints(Ask);

/// The kinds of labels that stations print, each of the thing that is kept under its name.
inline constexpr std::array<std::string_view, 2> stationLabels{"unit", "drive"};

/// What a scan card takes.
enum class Expect { unit, drive, printed, location, container, badge, serial, text };

/// A state; always shown by shape, picture and word, never by colour alone.
enum class Sign { none, go, wait, stop, info };

/// Dotted path of an answer, and the value it gets.
using Assignments = std::vector<std::pair<std::string, domain::Value>>;

/// Holds when the answer at `path` is one of `anyOf`; a null among them stands for "not answered".
struct Condition {
    std::string path;
    std::vector<domain::Value> anyOf;
};
using Conditions = std::vector<Condition>;

struct Choice {
    Words label;
    Sign sign = Sign::none;
    std::string icon;
    Assignments set;
};

/// One thing to look at, shown beside the sentence.
struct Point {
    Words label;
    std::string icon;
};

/// A number typed on the pad: `decimals` digits after the comma are kept in an integer (2,450 kg → 2450).
struct NumberRange {
    std::int64_t least = 0;
    std::int64_t most = 0;
    int decimals = 0;
    std::string unit;
};

/// What a machine on a bench may do once somebody has said which unit it is (docs/api.md, jobs).
struct BenchJob {
    std::string erase{"none"};
    std::string verification{"full_read"};
    std::vector<std::string> tests;
};

struct Card {
    std::string id;
    Words say;
    Words help;
    std::string picture;
    Ask ask = Ask::confirm;
    Expect expect = Expect::text;
    std::string into;    ///< where the scan, number or chosen thing is kept
    std::string equals;  ///< path of what the scan must be; empty: anything of its kind
    std::vector<Point> points;
    std::vector<Choice> choices;  ///< of a scan: one, touched where there is nothing to scan
    NumberRange number;
    Words skip;       ///< when not empty: the way past a question that has no answer
    Assignments set;  ///< kept as soon as the card is answered, whatever the answer
    Conditions when;
    bool once = false;       ///< asked for the first unit, kept for those that follow
    bool byHand = false;     ///< a code that no scanner reads may be typed
    bool erasedToo = false;  ///< of a drive card: those that need no erasure are offered too
    std::string of{"unit"};  ///< of print and reprint: whose label, one of `stationLabels`
    BenchJob job;            ///< of a bench card
};

/// A command to send at the end. In `data`, text "$path" stands for an answer ("$a|b": the first there is;
/// none: the member is left out) and {"$worst":[paths]} for the last in the alphabet among grades.
struct Send {
    std::string kind;
    std::string subject = "unit.code";  ///< path of the subject's code
    domain::Value data;
    Conditions when;
};

struct Procedure {
    std::string station;
    Words title;
    std::string icon;
    std::string modeCard;             ///< code of the card that opens this station
    std::vector<std::string> serves;  ///< next steps of the units that belong here
    Conditions takes;                 ///< what else a scanned unit must be, e.g. its category
    std::vector<Card> cards;
    std::vector<Send> send;
};

}  // namespace remise::terminal
