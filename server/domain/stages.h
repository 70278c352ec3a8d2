#pragma once

#include <span>
#include <string_view>

#include "server/domain/entity.h"
#include "server/domain/language.h"

namespace remise::domain {

/// A place in the life of one of the four subjects, with the words that people read.
struct StageRow {
    Subject subject;
    std::string_view name;
    std::string_view fr;
    std::string_view en;
    bool onSite = false;  ///< in our hands: can be moved, put in a container, transferred, blocked, lost
};

std::span<const StageRow> stages();
const StageRow* findStage(Subject, std::string_view name);
/// What people read for a stage; the name itself when it is unknown.
std::string_view stageWord(Subject, std::string_view name, Language);

/// The same in both languages, for a refusal that may meet either reader.
Words stageWords(Subject, std::string_view name);
Words stepWords(std::string_view step);
/// What one of the four is called on the floor: "une machine".
Words subjectWords(Subject);

/// What people read for the next step of a unit ("à tester"); see policy.h for how it is found.
std::string_view stepWord(std::string_view step, Language);

}  // namespace remise::domain
