#include <algorithm>
#include <iostream>
#include <map>

#include "server/domain/policy.h"
#include "server/domain/stages.h"
#include "server/domain/ways.h"

/// Prints docs/the-table.md: the picture of THE table, drawn from the table itself.
namespace {

using namespace remise::domain;

struct Chapter {
    Subject subject;
    std::string_view title, about;
};

constexpr Chapter chapters[] = {
    {Subject::unit, "Units", "One identity each: a laptop, a screen, a phone worth work."},
    {Subject::drive, "Drives",
     "A drive follows the unit that holds it; its own commands are those of custody. What happens to both is "
     "written in both histories."},
    {Subject::container, "Containers",
     "Cages, pallets, trays and boxes with their counted lines. A unit knows the container it is in, and is "
     "where "
     "that is. It does not yet follow it into another one or to another site: a container that holds units "
     "is "
     "neither combined nor transferred."},
    {Subject::request, "Requests",
     "Between confirmation and delivery a request stands where its units stand, taken together."},
};

/// Arrows of one picture: from and to, with the words on them.
using Arrows = std::map<std::pair<std::string, std::string>, std::vector<std::string>>;

void draw(Arrows& arrows, Subject subject, std::string_view from, std::string_view to,
          std::string_view word) {
    for (const std::string& start : stagesOf(subject, from))
        for (const std::string& end : stagesOf(subject, to)) {
            auto& words = arrows[{start, end}];
            if (start != end && std::find(words.begin(), words.end(), word) == words.end())
                words.emplace_back(word);
        }
}

/// From everywhere on site would hide all else: those are told below the picture.
bool isEverywhere(std::string_view words) {
    return containsWord(words, "on_site") || containsWord(words, "any");
}

Arrows arrowsOf(Subject subject) {
    Arrows arrows;
    for (const KindRow& row : kinds())
        if (row.subject == subject && row.to != "=" && row.to != "?" && !isEverywhere(row.from))
            draw(arrows, subject, row.from, row.to, row.name);
    for (const Way& way : otherWays()) {
        if (way.subject != subject || way.to == "=" || isEverywhere(way.from) || isEverywhere(way.to))
            continue;
        if (way.because.empty()) draw(arrows, subject, way.from, way.to, way.kind);
        forEachWord(way.because,
                    [&](std::string_view word) { draw(arrows, subject, way.from, way.to, word); });
    }
    return arrows;
}

void picture(Subject subject) {
    std::cout << "```mermaid\nstateDiagram-v2\n";
    for (const StageRow& stage : stages())
        if (stage.subject == subject)
            std::cout << "    " << stage.name << " : " << stage.name << " (" << stage.fr << ")\n";
    for (const auto& [ends, words] : arrowsOf(subject)) {
        if (words.empty()) continue;
        std::cout << "    " << (ends.first.empty() ? "[*]" : ends.first) << " --> " << ends.second << " : ";
        for (const char* comma = ""; const auto& word : words) {
            std::cout << comma << word;
            comma = ", ";
        }
        std::cout << '\n';
    }
    std::cout << "```\n\n";
}

std::string list(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "`" : ", `") + name + "`";
    return text;
}

void everywhere(Subject subject) {
    std::vector<std::string> onSite;
    for (const StageRow& stage : stages())
        if (stage.subject == subject && stage.onSite) onSite.emplace_back(stage.name);
    std::cout << "On site (in our hands): " << list(onSite) << ". Not drawn, since they start or end there:";
    const char* comma = " ";
    for (const KindRow& row : kinds())
        if (row.subject == subject && row.to != "=" && row.to != "?" && isEverywhere(row.from)) {
            std::cout << comma << '`' << row.name << "` (to `" << row.to << "`)";
            comma = ", ";
        }
    for (const Way& way : otherWays())
        if (way.subject == subject && isEverywhere(way.to)) {
            std::cout << comma << '`' << way.kind << "` (from `" << way.from << "` back to where it was)";
            comma = ", ";
        }
    std::cout << ".\n\n";
}

std::string wordsOf(Roles roles) {
    std::string names;
    for (const Role role : everyRole)
        if (roles.contains(role)) names += (names.empty() ? "" : ", ") + std::string(roleName(role));
    return names;
}

std::string_view wordOf(Signature signature) {
    switch (signature) {
        case Signature::badge:
            return "badge";
        case Signature::pin:
            return "PIN";
        case Signature::secondPerson:
            return "two people";
    }
    return "";
}

/// What a Markdown table cannot hold as it is.
std::string cell(std::string_view text) {
    std::string escaped;
    for (const char c : text)
        escaped += c == '|' ? std::string("\\|") : std::string(1, c);
    return escaped;
}

std::string fieldsIn(const KindRow& row) {
    std::string text;
    for (const Field& field : fieldsOf(row))
        text += (text.empty() ? "`" : "<br>`") + std::string(field.name) + "` " + cell(field.type) +
                (field.required ? " **!**" : "");
    return text;
}

std::string endOf(const KindRow& row) {
    if (row.to == "=") return "stays";
    if (row.to != "?") return std::string(row.to);
    std::string ends;
    for (const Way& way : otherWays())
        if (way.subject == row.subject && way.kind == row.name && way.because.empty())
            ends += (ends.empty() ? "" : "; ") + std::string(way.from) + " → " +
                    (way.to == "=" ? "stays" : std::string(way.to));
    return ends;
}

void rows(Subject subject) {
    std::cout << "| kind | from | to | offline | who | signature | author | data | what for |\n"
                 "|---|---|---|---|---|---|---|---|---|\n";
    for (const KindRow& row : kinds())
        if (row.subject == subject)
            std::cout << "| `" << row.name << "` | " << row.from << " | " << endOf(row) << " | "
                      << (row.offline == Offline::allowed ? "O" : "S") << " | " << wordsOf(row.roles) << " | "
                      << wordOf(row.signature) << " | "
                      << (row.authorship == Authorship::lasting ? "lasting" : "of the day") << " | "
                      << fieldsIn(row) << " | " << row.purpose << " |\n";
    std::cout << '\n';
}

void consequences(Subject subject) {
    std::string text;
    for (const Way& way : otherWays())
        if (way.subject == subject && !way.because.empty())
            text += "| `" + std::string(way.kind) + "` | " + std::string(way.from) + " | " +
                    (way.to == "=" ? "stays" : std::string(way.to)) + " | " + std::string(way.because) +
                    " |\n";
    if (!text.empty())
        std::cout << "What follows from a command on something else:\n\n| event | from | to | follows from "
                     "|\n|---|---|---|---|\n"
                  << text << '\n';
}

}  // namespace

int main() {
    std::cout
        << "# The table\n\nWhat may happen, drawn from the table itself (`server/domain/kinds.cpp`, "
           "`server/domain/ways.cpp`) by `build/bin/table-picture`; a test compares. Guards beyond the table "
           "are in the rules beside it; what they say no with is in [refusals.md](refusals.md).\n\n"
           "Offline **O**: people go on before the server has answered. **S**: they keep the thing where it "
           "is "
           "until it has. Data: **!** must be there. `-`: it does not exist yet. Roles and author: see "
           "[ledger.md](ledger.md).\n\n";
    for (const Chapter& chapter : chapters) {
        std::cout << "## " << chapter.title << "\n\n" << chapter.about << "\n\n";
        picture(chapter.subject);
        if (chapter.subject == Subject::unit) everywhere(chapter.subject);
        rows(chapter.subject);
        consequences(chapter.subject);
    }
    std::cout
        << "## Words\n\n| subject | stage | on screens | in English | on site |\n|---|---|---|---|---|\n";
    for (const StageRow& stage : stages())
        std::cout << "| " << subjectName(stage.subject) << " | `" << stage.name << "` | " << stage.fr << " | "
                  << stage.en << " | " << (stage.onSite ? "yes" : "") << " |\n";
}
