#pragma once

#include <atomic>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "labels/bitmap.h"
#include "server/domain/command.h"
#include "terminal/shell.h"
#include "tests/support/temporary_folder.h"
#include "tests/terminal/floor.h"
#include "tests/terminal/lent_printer.h"
#include "tests/terminal/small_server.h"

/// A printer that prints, or is as it is told to be.
class Paper : public remise::drivers::Printer {
public:
    Paper() = default;
    explicit Paper(remise::drivers::PrinterIdentity identity) : m_identity(std::move(identity)) {}
    [[nodiscard]] const remise::drivers::PrinterIdentity& identity() const override { return m_identity; }
    remise::drivers::PrinterStatus status() override { return {state, ""}; }
    remise::drivers::PrintResult print(const remise::labels::Bitmap& label, std::string_view) override {
        using remise::drivers::Printed;
        ++tries;
        if (wantsAnotherRoll) return {Printed::no, {remise::drivers::PrinterState::wrongMedia, ""}};
        const bool prints = state == remise::drivers::PrinterState::ready;
        if (prints) labels.push_back(label);
        return {prints ? outcome.load() : Printed::no, status()};
    }

    std::vector<std::string> printed;
    std::vector<remise::labels::Bitmap> labels;  ///< to be looked at once nothing is printed any more
    // It works on a thread of its own.
    std::atomic<remise::drivers::PrinterState> state = remise::drivers::PrinterState::ready;
    std::atomic<int> tries = 0;
    std::atomic<bool> wantsAnotherRoll = false;  ///< as it notices with a label only
    std::atomic<remise::drivers::Printed> outcome = remise::drivers::Printed::yes;

private:
    remise::drivers::PrinterIdentity m_identity{
        .id = "paper", .maker = "Remise", .model = "Paper", .serial = {}, .language = "virtual"};
};

/// A floor with one terminal, and a server that knows two laptops and two people.
struct Workbench {
    SmallServer server;
    remise::test::TemporaryFolder folder;
    remise::terminal::Client client{server.url(), remise::domain::Language::french};
    Paper paper;
    remise::terminal::Cache cache{folder.path()};
    Plugged plugged{&paper};
    remise::terminal::Printers printers{worldWith(plugged), folder.path()};
    remise::terminal::Printing printing{client, cache, printers};
    /// Whoever touches here has looked first, unless `hasty`.
    std::chrono::milliseconds now{0};
    bool hasty = false;
    remise::terminal::Outbox outbox{client, folder.path()};
    remise::terminal::Shell shell{client, outbox, cache, printing, [this] {
                                      if (!hasty) now += std::chrono::seconds(1);
                                      return now;
                                  }};
    std::string next = "sort";                    ///< what the laptops wait for
    std::map<std::string, std::string> refusals;  ///< of commands, by their subject
    std::string refuses;                          ///< refusal of every command
    remise::domain::Value::Array drives = floor_of::laptop("")["drives"].array();
    remise::domain::Value::Array picks;
    remise::domain::Value::Array benches;                    ///< the machines on them
    std::string knownAs;                                     ///< other codes of any machine that gets a job
    std::string told;                                        ///< by the stream of machines, before it ends
    std::vector<remise::domain::Value> jobs;                 ///< asked for
    std::map<std::string, remise::domain::Value> histories;  ///< of units; others are plain laptops
    std::string language = "fr";                             ///< of the first person
    std::string role = "worker";                             ///< of the first person
    bool isAway = false;                                     ///< nobody answers
    std::vector<remise::domain::Command> sent;
    std::deque<std::string> codes{floor_of::otherUnit};  ///< leased one by one, the last again and again

    Workbench();

    /// Labels that have not come out.
    [[nodiscard]] int waiting() const;
    void scan(const std::string& text) { shell.scan(QString::fromStdString(text)); }
    void waitForLayout(const char* layout);
    /// Signs the first worker in and opens a station.
    void signIn(const char* station);
    void sortUnit(const std::string& unit = floor_of::unit);
    /// To the card that waits for the label just printed.
    void receiveUntilLabel();
    /// To the card that waits for a label which does not come out, or is in doubt.
    void receiveUntilTrouble(const std::string& code);
    [[nodiscard]] std::string card() { return shell.work()->card().toStdString(); }
    [[nodiscard]] std::string layout() { return shell.work()->layout().toStdString(); }
    [[nodiscard]] std::string refusal() { return shell.work()->refusal()["code"].toString().toStdString(); }
    [[nodiscard]] std::string refusalText() {
        return shell.work()->refusal()["text"].toString().toStdString();
    }

private:
    void receiveUntil(const std::function<bool()>& reached);
    SmallServer::Said answer(const SmallServer::Asked&);
    SmallServer::Said answerJob(const remise::domain::Value& job);
    SmallServer::Said answerCommands(const SmallServer::Asked&);
};

/// Questions about badges, units or commands, for SmallServer::holdsBack.
inline std::function<bool(const SmallServer::Asked&)> questionsTo(std::string path) {
    return [path = std::move(path)](const SmallServer::Asked& asked) { return asked.path.starts_with(path); };
}
