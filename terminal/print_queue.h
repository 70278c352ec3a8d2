#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <deque>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "drivers/printers/printer.h"
#include "labels/label.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"
#include "terminal/sqlite_file.h"

namespace remise::terminal {

/// Labels on their way to one printer, kept in DIR/prints.sqlite until they are out: they come in order, one
/// after the other, through an empty roll, a pulled cable and an end of this program at any moment. A label
/// whose end nobody saw is in doubt: nothing more is printed until it was found, or declared destroyed,
/// because two equal labels on two machines are the worst that can happen here. The printer works on a thread
/// of its own.
class PrintQueue : public QObject {
    Q_OBJECT
public:
    enum class Purpose {
        hand,   ///< for the machine in somebody's hand: worth nothing once this program has ended
        again,  ///< the same for a machine that has a label already: followed until it is seen on its machine
        trial,  ///< a test page: never in doubt
        roll,   ///< wanted whenever it comes out
    };
    struct Label {
        std::string kind;    ///< as labels::labelKinds() names it
        domain::Value data;  ///< its fields
        std::string name;    ///< what it says: the code of a unit
        Purpose purpose = Purpose::hand;
        std::optional<labels::Paper> paper{};  ///< none: the usual one of its kind
    };
    enum class Stage { waiting, sending, doubtful, out };

    /// `printer` may be null: a terminal without one. It is this queue's alone until its end.
    PrintQueue(drivers::Printer* printer, const std::filesystem::path& folder, QObject* parent = nullptr);
    ~PrintQueue() override;

    /// Kept once this returns, and printed as soon as those before it are. Refused when it cannot be drawn,
    /// or the disk does not keep it.
    domain::Verdict add(const Label&);
    /// It was seen on its machine, whatever the printer says.
    void found(const std::string& name);
    /// It may have come out, and is on paper nowhere any more. One of a roll is printed at its place.
    void destroyed(const std::string& name);
    /// Nobody waits for it any more. A label made again that may be out is in doubt from now on.
    void forget(const std::string& name);

    /// The labels for somebody's hand of which nothing has left for the printer.
    [[nodiscard]] std::vector<Label> notBegun() const;
    /// Such a label is no longer this queue's, and may come out elsewhere; nothing when it is none.
    std::optional<Label> takeBack(const std::string& name);

    /// Asks the printer how it is, unless it has work.
    void ask();
    /// What the printer said last; nothing before it was asked.
    [[nodiscard]] std::optional<drivers::PrinterState> state() const { return m_state; }
    /// How fine its labels are drawn, as far as is known: for sure once the printer has answered.
    [[nodiscard]] labels::Resolution resolution() const { return m_resolution; }
    [[nodiscard]] bool hasAnswered() const { return m_hasAnswered; }
    /// A label waits, and the printer needs somebody.
    [[nodiscard]] bool isHindered() const;
    /// The label that has to be looked for before others are printed.
    [[nodiscard]] std::optional<std::string> doubtful() const;
    [[nodiscard]] std::optional<Stage> stageOf(const std::string& name) const;
    /// Why this label, that was taken, cannot come out of this printer; nothing of any other.
    [[nodiscard]] std::optional<domain::Refusal> whyGivenUp(const std::string& name) const;
    /// All of what the disk keeps of it is known. What is not may be a label in doubt.
    [[nodiscard]] bool isReadable() const { return m_isReadable; }
    /// Labels that have not come out.
    [[nodiscard]] int waiting() const;

signals:
    void printed(const QString& name);
    void changed();

private:
    enum class Wish { wanted, seen, forgotten };
    struct Job {
        std::int64_t number;
        Label label;
        Stage stage;
        Wish wish = Wish::wanted;
        bool mayBeThere = false;  ///< its bytes have gone to the printer, which may still have them
    };

    void open();
    void load();
    bool store(const QString& sql, const QVariantList& values);
    bool keep(Job);
    bool mark(Job&, Stage);
    void remove(std::int64_t number);
    void drop(std::int64_t number);
    Job* find(const std::string& name);
    void letGo(const std::string& name, Wish);
    void goOn();
    void print(const Job&);
    enum class Sent { nothing, label };
    void take(std::int64_t number, const drivers::PrintResult&, Sent);
    void giveUp(std::int64_t number, const domain::Refusal& why);
    void settle(Job&, drivers::Printed);
    [[nodiscard]] static bool mayMove(const Job&);
    void note(drivers::PrinterState);

    drivers::Printer* m_printer;
    std::filesystem::path m_folder;
    std::unique_ptr<SqliteFile> m_file;
    bool m_isReadable = false;
    std::deque<Job> m_jobs;  ///< in order
    std::int64_t m_lastNumber = 0;
    std::optional<drivers::PrinterState> m_state;
    labels::Resolution m_resolution = labels::dpi203;
    bool m_hasAnswered = false;
    std::map<std::string, domain::Refusal> m_givenUp;  ///< by name, until it is forgotten
    bool m_isBusy = false;                             ///< the printer's thread has work
    bool m_isEnding = false;                           ///< nothing new is begun
    QTimer m_again;                                    ///< a printer that could not print is looked at again
    QThread m_thread;
    QObject m_hand;          ///< lives on the printer's thread: what is to be done there
    bool m_isAsked = false;  ///< of that thread: the printer knows how fine its head is
};

}  // namespace remise::terminal
