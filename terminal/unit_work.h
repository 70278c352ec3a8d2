#pragma once

#include <QObject>
#include <QTimer>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "server/domain/command.h"
#include "terminal/benches.h"
#include "terminal/client.h"
#include "terminal/knowledge.h"
#include "terminal/outbox.h"
#include "terminal/printing.h"
#include "terminal/procedure_player.h"

namespace remise::terminal {

/// One unit after another at one station: plays the procedure, looks units up, prints, sends the commands and
/// hears what the server decided.
class UnitWork : public QObject {
    Q_OBJECT
public:
    enum class Phase {
        card,      ///< a card waits for the worker
        preview,   ///< the first label of the day is looked at before it is printed
        fetching,  ///< the server is asked for a unit or a list
        ordering,  ///< the server is asked for the job of a machine on the benches
        saving,    ///< the commands are kept, and on their way
        kept,      ///< the server takes its time; the next unit may come
        saved,     ///< accepted; the next unit may come
        refused,   ///< the server said no
    };

    UnitWork(Client& client, Knowledge& knowledge, Outbox& outbox, Printing& printing, Benches& benches,
             QObject* parent = nullptr);

    void open(std::shared_ptr<const Procedure> procedure, const std::string& badge);
    [[nodiscard]] bool isOpen() const { return m_player != nullptr; }
    [[nodiscard]] Phase phase() const { return m_phase; }
    [[nodiscard]] bool isDone() const { return m_phase == Phase::kept || m_phase == Phase::saved; }
    [[nodiscard]] const ProcedurePlayer& player() const { return *m_player; }
    [[nodiscard]] const Card* card() const;
    /// What is wrong: with the unit in hand, else with one that left the hand before it was answered for.
    [[nodiscard]] const Trouble* trouble() const;
    [[nodiscard]] bool isTroubleLate() const { return !m_trouble && !m_late.empty(); }
    /// Where the last unit stands, once kept or saved.
    [[nodiscard]] const std::optional<domain::SubjectView>& result() const { return m_result; }
    /// True when the last thing saved was an undo.
    [[nodiscard]] bool hasUndone() const { return m_lastKind == "undo"; }
    /// True when the last unit is a machine that works by itself now.
    [[nodiscard]] bool hasBegunMachine() const { return m_lastKind == begun; }
    /// The server must have agreed before the unit may leave the place.
    [[nodiscard]] bool mustWait() const;
    /// The card takes a badge as its answer, so a badge is no change of operator.
    [[nodiscard]] bool wantsBadge() const;

    void scan(const domain::Scan& scan);
    void scan(const std::string& text) { scan(domain::Scan{.text = text}); }
    void choose(std::size_t index);
    void toggle(std::size_t index);
    void confirm();
    void enter(std::int64_t number);
    void enterPin(const std::string& digits);
    void skip();
    void take(const domain::Value& thing);
    void undo();
    /// The trouble on the screen was understood. What the server refused can be answered again.
    void settle();
    /// Ready for the next unit.
    void next();
    /// Whoever is here may be somebody else from now on: what was asked and what was scanned for the one
    /// before does nothing any more.
    void interrupt();
    /// It is still the same person: what the card needs is asked for again.
    void resume();
    /// Nobody is here any more to hear what becomes of the unit in hand.
    void stepAway();
    /// Everything is asked again: what the server refused may lie in what was asked once for all units.
    void beginAnew();
    /// What can be done about the label that the card waits for, when it is not there to be scanned.
    enum class Remedy {
        none,
        another,    ///< with another code: a machine gets its first label
        destroyed,  ///< this one is torn up first: it may be out, and may be only once
    };
    [[nodiscard]] Remedy remedy() const;
    void reprint();
    /// The label that is looked at, dot by dot.
    [[nodiscard]] const labels::Bitmap& preview() const { return m_look->picture; }
    /// The machines on the benches: those that can be the unit where the card asks which one it is, else all,
    /// those that need hands first.
    [[nodiscard]] std::vector<domain::Value> machines() const;
    /// This machine, by the id of its report, is the unit in hand, and may do what the card says.
    void begin(const std::string& report);
    /// The codes under which the server knows the chosen machine already; empty: no question.
    [[nodiscard]] const std::vector<std::string>& knownAs() const { return m_order.knownAs; }
    /// They are two machines that say the same of themselves.
    void confirmTwo();
    /// It is one machine, with two labels.
    void admitOne();
    /// It is good: it is printed, and its like without a look for the rest of the day.
    void approve();

signals:
    void changed();

private:
    /// The label of the unit in hand or of its drive, until the server knows that it is on it.
    struct Label {
        std::string code;
        Ask ask = Ask::print;
        std::string kind{"unit"};
        std::string unit{};  ///< the code of the one in hand
        bool isMade = false;
    };

    /// The job that is asked for.
    struct Order {
        domain::Uuid id;
        std::string report;
        std::vector<std::string> beside;
        std::vector<std::string> knownAs;
        Trouble known{};
    };
    static constexpr const char* begun = "job";  ///< in the place of a command's kind

    void sendOrder();
    void takeOrdered(const Answer&);
    [[nodiscard]] domain::Value withBenchSeen(domain::Value unit) const;
    void goOn();
    void lookUp(const std::string& code);
    void takeLookedUp(const Answer&);
    void fetchOffers();
    void takeOffers(const Answer&);
    void askForOffers(Client::Then);
    [[nodiscard]] bool lacksOffers() const;
    void askAgain();
    void stopAsking();
    void hearHeldScan();
    void answerAgain();
    void print();
    domain::Verdict prepareLabel();
    [[nodiscard]] Printing::DeviceLabel asked() const;
    void makeLabel();
    void awaitLabel();
    [[nodiscard]] bool awaitsLabel() const;
    [[nodiscard]] bool isNewLabelStillInside() const;
    void leaveLabel();
    void hearPrinter();
    void lookAgain();
    void save();
    [[nodiscard]] domain::Command commandFor(Draft draft) const;
    bool send(std::vector<domain::Command> commands);
    void heard(const domain::CommandReply&);
    void heardInHand(const domain::CommandReply&);
    void heardLate(const domain::CommandReply&, const std::string& subject);
    void stopWaiting();
    void letGo();
    void settleRefused();
    void startWith(const domain::Scan&);
    void complain(const domain::Refusal&);

    Client& m_client;
    Knowledge& m_knowledge;
    Outbox& m_outbox;
    Printing& m_printing;
    Benches& m_benches;
    std::unique_ptr<ProcedurePlayer> m_player;
    std::string m_badge;
    Phase m_phase = Phase::card;
    std::optional<Trouble> m_trouble;  ///< of the unit in hand
    std::deque<Trouble> m_late;        ///< of units before it; each goes when it is touched
    std::optional<domain::SubjectView> m_result;
    std::set<domain::Uuid> m_inHand;              ///< unanswered commands of the unit in hand
    std::vector<domain::CommandReply> m_refused;  ///< what the server refused of it
    std::map<domain::Uuid, std::string> m_left;   ///< unanswered ones that left the hand, and their subjects
    std::string m_lastKind;
    std::string m_lastSubject;
    std::optional<domain::Scan> m_heldScan;  ///< scanned while the server was asked; heard after its answer
    Order m_order;
    Label m_label;
    std::optional<Printing::Look> m_look;  ///< what is looked at
    std::string m_printerTrouble;          ///< what was told last of the printer; empty: it works
    int m_question = 0;                    ///< answers to older questions come too late
    QTimer m_patience;                     ///< with a server that does not answer
    QTimer m_again;                        ///< an empty list is asked for again
};

}  // namespace remise::terminal
