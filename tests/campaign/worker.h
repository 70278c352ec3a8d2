#pragma once

#include <QObject>
#include <QTimer>
#include <map>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "terminal/procedure.h"
#include "terminal/shell.h"
#include "tests/campaign/journal.h"

namespace remise::campaign {

/// A person at a terminal without a window: scans and touches what the screen asks for, mostly what is right,
/// sometimes what is wrong, and keeps a journal of what the screen says.
class Worker : public QObject {
    Q_OBJECT
public:
    struct Settings {
        std::vector<std::string> badges;
        std::string secondBadge, secondPin;
        std::string shelf;
        std::string pool;        ///< file of unit codes to scan, a line each
        std::string procedures;  ///< folder of their files, to know what a card expects
        unsigned seed = 1;
    };

    Worker(terminal::Shell&, Journal&, Settings);

    /// The outbox has these: they are behind what the screen says next.
    void kept(const std::vector<domain::Command>&);
    /// Nothing new is begun.
    void rest() { m_resting = true; }

private:
    using Procedures = std::map<std::string, std::shared_ptr<const terminal::Procedure>>;

    void look();
    void tell();
    void work();
    void answerRefusal();
    void answerCard();
    void scanFor(const terminal::Card&);
    void type(const std::string& digits);
    void moveOn();
    void open(const std::string& station);
    void follow(const QString& station);
    [[nodiscard]] const terminal::Card* cardOnScreen() const;
    [[nodiscard]] std::string unitToScan();
    [[nodiscard]] std::size_t below(std::size_t limit);
    [[nodiscard]] bool chance(double probability);
    void scan(const std::string& text) { m_shell.scan(QString::fromStdString(text)); }

    terminal::Shell& m_shell;
    Journal& m_journal;
    const Settings m_settings;
    Procedures m_procedures;
    std::vector<std::string> m_way;  ///< stations, in the order of a machine's way
    std::size_t m_place = 0;         ///< on the way
    std::string m_unit;              ///< in hand, on its way to the station that waits for it
    int m_refusals = 0;              ///< of the one in hand
    std::mt19937 m_random;
    QTimer m_tick;
    bool m_resting = false;
    std::vector<domain::Uuid> m_behind;  ///< commands of the unit that the screen will call done
    int m_told = 0;                      ///< units that it did call done
};

}  // namespace remise::campaign
