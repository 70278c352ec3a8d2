#include "terminal/procedure_check.h"

#include <algorithm>
#include <set>

#include "server/domain/codes.h"

namespace remise::terminal {

using domain::Value;

namespace {

/// What a card may use: what earlier cards have asked, and what is known without asking.
class Known {
public:
    void learn(const std::string& path) {
        // Knowing "tests.keyboard" makes "tests" usable too.
        for (std::size_t dot = path.find('.'); dot != std::string::npos; dot = path.find('.', dot + 1)) {
            m_paths.insert(path.substr(0, dot));
        }
        m_paths.insert(path);
    }
    void learn(const Assignments& assignments) {
        for (const auto& [path, value] : assignments)
            learn(path);
    }
    /// True for an answer, and for any member of a scanned or chosen thing.
    [[nodiscard]] bool knows(const std::string& path) const {
        return m_paths.contains(path) || m_things.contains(path.substr(0, path.find('.')));
    }
    void learnThing(const std::string& name) { m_things.insert(name); }

private:
    std::set<std::string> m_paths;
    std::set<std::string> m_things;
};

bool bothLanguages(const Words& words) {
    return !words.fr.empty() && !words.en.empty();
}

std::string faultOfChoices(const Card& card) {
    const std::size_t most = card.ask == Ask::several ? 6 : 4;
    const bool chooses = card.ask == Ask::choice || card.ask == Ask::several;
    if (chooses && (card.choices.size() < 2 || card.choices.size() > most)) {
        return "two to " + std::to_string(most) + " choices are expected";
    }
    if (card.ask == Ask::scan && card.choices.size() > 1) return "one choice at most goes with a scan";
    for (const Choice& choice : card.choices) {
        if (!bothLanguages(choice.label)) return "a choice lacks its words";
        if (choice.set.empty()) return "the choice \"" + choice.label.fr + "\" sets nothing";
        if (choice.icon.empty() && choice.sign == Sign::none) {
            return "the choice \"" + choice.label.fr + "\" has neither icon nor state";
        }
    }
    return {};
}

bool keepsAnAnswer(Ask ask) {
    return ask == Ask::scan || ask == Ask::number || ask == Ask::pin || ask == Ask::product ||
           ask == Ask::drive || ask == Ask::pick || prints(ask);
}

std::string faultOfJob(const Card& card) {
    const BenchJob& job = card.job;
    if (job.erase != "none" && job.erase != "clear" && job.erase != "purge")
        return "the job's erase is none, clear or purge";
    if (job.verification != "full_read" && job.verification != "sampled")
        return "the job's verification is full_read or sampled";
    return card.skip.fr.empty() ? "skip is missing: a machine may be on no bench" : "";
}

std::string faultOfShape(const Card& card) {
    if (!bothLanguages(card.say)) return "the sentence is missing in a language";
    if (card.picture.empty()) return "the picture is missing";
    for (const Point& point : card.points) {
        if (!bothLanguages(point.label) || point.icon.empty()) return "a point lacks its words or icon";
    }
    if (card.points.size() > 4) return "four points at most";
    if (keepsAnAnswer(card.ask) && card.into.empty()) return "into is missing";
    if (!keepsAnAnswer(card.ask) && !card.into.empty()) return "into is for scans, numbers and lists";
    if (card.byHand && (card.ask != Ask::scan || card.expect != Expect::unit))
        return "by_hand is for a unit's code";
    if (card.erasedToo && card.ask != Ask::drive) return "erased_too is for drives";
    if (std::ranges::find(stationLabels, card.of) == stationLabels.end()) return "of knows no " + card.of;
    if (card.of != "unit" && card.ask != Ask::reprint) return "of is for a label that is printed again";
    if (card.ask == Ask::scan && card.expect == Expect::drive && card.equals.empty())
        return "equals is missing: a drive is scanned that is known";
    if (card.ask == Ask::choice || card.ask == Ask::several || card.ask == Ask::scan)
        return faultOfChoices(card);
    if (card.ask == Ask::bench) return faultOfJob(card);
    if (!card.choices.empty()) return "choices are for choice, several and scan";
    if (card.ask == Ask::number && card.number.most <= card.number.least) return "the number has no range";
    return {};
}

std::string faultOfConditions(const Conditions& conditions, const Known& known) {
    for (const Condition& condition : conditions) {
        if (!known.knows(condition.path)) return "when uses " + condition.path + " before it is known";
    }
    return {};
}

std::string faultOfData(const Value& form, const Known& known) {
    if (form.isText() && form.text().starts_with('$')) {
        std::string paths = form.text().substr(1);
        for (std::size_t bar = 0; bar != std::string::npos;) {
            bar = paths.find('|');
            if (!known.knows(paths.substr(0, bar))) return paths.substr(0, bar) + " is never asked";
            paths.erase(0, bar + 1);
        }
    }
    if (form.isArray()) {
        for (const Value& element : form.array()) {
            if (std::string fault = faultOfData(element, known); !fault.empty()) return fault;
        }
    }
    if (!form.isObject()) return {};
    for (const auto& [name, element] : form.object()) {
        if (name == "$worst") {
            if (!element.isArray()) return "$worst needs a list of answers";
            for (const Value& path : element.array()) {
                if (!path.isText() || !known.knows(path.text())) return "$worst uses what is never asked";
            }
        } else if (std::string fault = faultOfData(element, known); !fault.empty()) {
            return fault;
        }
    }
    return {};
}

void learn(Known& known, const Card& card) {
    const bool thing = card.ask == Ask::product || card.ask == Ask::drive || card.ask == Ask::pick;
    if (thing) known.learnThing(card.into);
    if (card.ask == Ask::scan && card.expect == Expect::unit) known.learnThing("unit");
    if (!card.into.empty()) known.learn(card.into);
    known.learn(card.set);
    for (const Choice& choice : card.choices)
        known.learn(choice.set);
}

std::string faultOfOrder(const Procedure& procedure, std::size_t index, const Known& known) {
    const Card& card = procedure.cards[index];
    if (std::string fault = faultOfConditions(card.when, known); !fault.empty()) return fault;
    if (!card.equals.empty() && !known.knows(card.equals)) return card.equals + " is not known yet";
    const bool last = index + 1 == procedure.cards.size();
    if (card.ask == Ask::reprint && !known.knows(card.of + ".code"))
        return "the label of a scanned unit, or of its chosen drive, is printed again";
    if (prints(card.ask)) {
        const bool back = !last && procedure.cards[index + 1].expect == Expect::printed &&
                          procedure.cards[index + 1].equals == card.into;
        if (!back) return "a printed label must be scanned back by the next card";
    }
    if (card.ask == Ask::bench && !known.knows("unit.code")) return "a machine is chosen for a scanned unit";
    if (card.ask == Ask::drive && !known.knows("unit.drives")) return "a drive is chosen of a scanned unit";
    return {};
}

std::string faultOfCards(const Procedure& procedure, Known& known) {
    std::set<std::string> ids;
    for (std::size_t i = 0; i < procedure.cards.size(); ++i) {
        const Card& card = procedure.cards[i];
        std::string fault = faultOfShape(card);
        if (fault.empty()) fault = faultOfOrder(procedure, i, known);
        if (card.id.empty() || !ids.insert(card.id).second) fault = "the id is missing or used twice";
        if (!fault.empty()) return "card " + card.id + ": " + fault;
        learn(known, card);
    }
    return {};
}

}  // namespace

std::string faultOf(const Procedure& procedure) {
    if (procedure.station.empty()) return "the station has no name";
    if (!bothLanguages(procedure.title)) return "the title is missing in a language";
    if (procedure.icon.empty()) return "the icon is missing";
    if (!procedure.modeCard.empty() && domain::codeKind(procedure.modeCard) != domain::CodeKind::modeCard) {
        return procedure.modeCard + " is no mode card";
    }
    if (procedure.cards.empty()) return "there are no cards";
    if (procedure.send.empty()) return "nothing is sent";

    Known known;
    if (std::string fault = faultOfCards(procedure, known); !fault.empty()) return fault;
    for (const Send& send : procedure.send) {
        std::string fault = faultOfConditions(send.when, known);
        if (fault.empty()) fault = faultOfData(send.data, known);
        if (fault.empty() && !known.knows(send.subject)) fault = send.subject + " is never asked";
        if (!fault.empty()) return "send " + send.kind + ": " + fault;
    }
    return {};
}

}  // namespace remise::terminal
