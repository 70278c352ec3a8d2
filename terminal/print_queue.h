#pragma once

#include <QObject>
#include <QThread>
#include <QTimer>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "drivers/printers/printer.h"
#include "server/domain/outcome.h"
#include "server/domain/value.h"
#include "terminal/sqlite_file.h"

namespace remise::terminal {

/// Labels on their way to paper, kept in DIR/prints.sqlite until they are out: they come in order, one after
/// the other, through an empty roll, a pulled cable and an end of this program at any moment. A label whose
/// end nobody saw is in doubt: nothing more is printed until it was found, or declared destroyed, because two
/// equal labels on two machines are the worst that can happen here. The printer works on a thread of its own.
class PrintQueue : public QObject {
    Q_OBJECT
public:
    enum class Purpose {
        hand,  ///< for the machine in somebody's hand: worth nothing once this program has ended
        roll,  ///< wanted whenever it comes out
    };
    struct Label {
        std::string kind;    ///< as labels::labelKinds() names it
        domain::Value data;  ///< its fields
        std::string name;    ///< what it says: the code of a unit
        Purpose purpose = Purpose::hand;
    };

    /// `printer` may be null: a terminal without one. It is this queue's alone until its end.
    PrintQueue(drivers::Printer* printer, const std::filesystem::path& folder, QObject* parent = nullptr);
    ~PrintQueue() override;

    /// Kept once this returns, and printed as soon as those before it are. Refused when it cannot be drawn,
    /// or the disk does not keep it.
    domain::Verdict add(const Label&);
    /// It was seen on paper, whatever the printer says.
    void found(const std::string& name);
    /// It was in doubt, and is on paper nowhere: it is printed at its place.
    void destroyed(const std::string& name);
    /// Nobody wants it any more.
    void forget(const std::string& name);

    /// What the printer said last.
    [[nodiscard]] drivers::PrinterState state() const { return m_state; }
    /// A label waits, and the printer needs somebody.
    [[nodiscard]] bool isHindered() const;
    /// The label that has to be looked for before others are printed.
    [[nodiscard]] std::optional<std::string> doubtful() const;
    /// It waits, is under way or in doubt.
    [[nodiscard]] bool holds(const std::string& name) const;
    [[nodiscard]] int waiting() const { return static_cast<int>(m_jobs.size()); }

signals:
    void printed(const QString& name);
    void changed();

private:
    enum class Stage { waiting, sending, doubtful };
    struct Job {
        std::int64_t number;
        Label label;
        Stage stage;
        bool isWanted = true;
    };

    void open(const std::filesystem::path& folder);
    void load();
    bool store(const QString& sql, const QVariantList& values);
    bool mark(Job&, Stage);
    void drop(std::int64_t number);
    Job* find(const std::string& name);
    void goOn();
    void print(const Job&);
    void take(std::int64_t number, const drivers::PrintResult&);
    void look();
    void note(drivers::PrinterState);

    drivers::Printer* m_printer;
    std::unique_ptr<SqliteFile> m_file;
    std::deque<Job> m_jobs;  ///< in order
    std::int64_t m_lastNumber = 0;
    drivers::PrinterState m_state;
    bool m_isBusy = false;    ///< the printer's thread has work
    bool m_isEnding = false;  ///< nothing new is begun
    QTimer m_again;           ///< a printer that could not print is looked at again
    QThread m_thread;
    QObject m_hand;  ///< lives on the printer's thread: what is to be done there
};

}  // namespace remise::terminal
