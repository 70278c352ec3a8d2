#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/outcome.h"
#include "server/domain/scan.h"
#include "terminal/procedure.h"

namespace remise::terminal {

/// What a right scan was for.
enum class Heard {
    answer,     ///< the card is answered, the next one shows
    lookUp,     ///< it names a unit: fetch it, then takeUnit()
    sameAgain,  ///< the unit in hand was scanned once more: nothing to do
    several,    ///< it can mean several things: they are offered
};

/// A command, still without its id, time and author.
struct Draft {
    std::string kind;
    std::string subject;
    domain::Value data;
};

/// Plays one procedure for one unit after another: shows a card, takes its answer, goes on; at the end it has
/// the commands. Pure: no screen, no network, no clock.
class ProcedurePlayer {
public:
    explicit ProcedurePlayer(std::shared_ptr<const Procedure> procedure, std::string ownBadge = {});

    [[nodiscard]] const Procedure& procedure() const { return *m_procedure; }
    /// The card to show; null once every card is answered.
    [[nodiscard]] const Card* card() const;
    [[nodiscard]] bool finished() const { return card() == nullptr; }
    [[nodiscard]] const domain::Value& answers() const { return m_now.answers; }

    domain::Outcome<Heard> scan(const domain::Scan& scan);
    domain::Outcome<Heard> scan(const std::string& text) { return scan(domain::Scan{.text = text}); }
    /// The unit that was scanned, as the server knows it. Refused when another step waits for it.
    domain::Verdict takeUnit(const domain::Value& unit);

    void choose(std::size_t index);
    void toggle(std::size_t index);
    [[nodiscard]] bool isChosen(std::size_t index) const { return m_chosen.contains(index); }
    /// Answers `several` with what is chosen, and `confirm`.
    void confirm();
    domain::Verdict enter(std::int64_t number);
    void enterPin(const std::string& digits);
    void skip();
    void printed(const std::string& code);
    /// The label to scan back is another one now.
    void printedAnew(const std::string& code);

    /// What a product, drive or pick card offers; drives are those of the unit itself that can be erased. A
    /// serial card offers what the last scan can mean.
    void offer(std::vector<domain::Value> things) { m_offers = std::move(things); }
    [[nodiscard]] std::vector<domain::Value> offers() const;
    void take(const domain::Value& thing);

    /// The unit in hand as the server knows it by now.
    void renewUnit(const domain::Value& unit);

    /// Takes the last answer back; false when there is none. A printed label is no answer: it stays printed.
    bool stepBack();
    /// Ready for the next unit; answers of `once` cards stay.
    void restart();
    /// As if nothing had been answered yet, `once` cards included.
    void forgetAll();

    /// The commands of a finished procedure.
    [[nodiscard]] std::vector<Draft> drafts() const;

private:
    struct Moment {
        std::size_t card = 0;
        domain::Value answers{domain::Value::Object{}};
        Assignments kept;                 ///< answers of `once` cards
        std::set<std::size_t> keptCards;  ///< `once` cards that need not be asked again
    };

    domain::Outcome<Heard> scanExpected(const Card&, const domain::Scan&);
    domain::Outcome<Heard> scanSerial(const Card&, const domain::Scan&);
    domain::Outcome<Heard> scanAmongOffers(const Card&, const domain::Scan&);
    void answered(const Assignments& answer);
    void goOn();

    std::shared_ptr<const Procedure> m_procedure;
    std::string m_ownBadge;
    Moment m_now;
    std::vector<Moment> m_past;
    std::set<std::size_t> m_chosen;
    std::vector<domain::Value> m_offers;
};

}  // namespace remise::terminal
