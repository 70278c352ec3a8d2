#pragma once

#include <QObject>
#include <QTimer>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "server/domain/command.h"
#include "terminal/client.h"
#include "terminal/outbox_file.h"

namespace remise::terminal {

/// Commands on their way to the server, kept on the disk until they are answered, whatever dies. They go in
/// their order, one request at a time, each under its own id until the server has answered, so that it counts
/// once. What the server refuses stays until somebody has seen it, or the leader has it.
class Outbox : public QObject {
    Q_OBJECT
public:
    /// Throws when another terminal works in the folder. A disk that fails is no reason to throw: then
    /// nothing can be added.
    Outbox(Client& client, std::filesystem::path folder, QObject* parent = nullptr);

    /// Tells the server that we are here and sends what waits. Once the client has its token, and again when
    /// it has another.
    void begin();

    /// Keeps the commands of one answered unit: all of them, for good, or none (not_stored). Gives each its
    /// number, and in `after` the last one on the same subject that is still unanswered.
    [[nodiscard]] domain::Verdict add(std::vector<domain::Command> commands);
    /// Somebody here has read that it was refused.
    void settle(const domain::Uuid& command);
    /// Nobody stands here any more to hear a refusal of it: the leader will.
    void letGo(const domain::Uuid& command);

    /// There is work on this subject that the server does not know of yet.
    [[nodiscard]] bool isAheadOn(const std::string& subject) const;
    /// How many the server has not answered yet.
    [[nodiscard]] int waiting() const;
    /// How many the server cannot read. They stay in the file, and are tried again at the next start.
    [[nodiscard]] int setAside() const;
    /// Damaged files in the folder, as this program found it.
    [[nodiscard]] int damagedFiles() const { return m_damagedFiles; }
    /// The server does not let this terminal in.
    [[nodiscard]] bool isTurnedAway() const { return m_isTurnedAway; }
    /// False once the disk has refused to keep something, until it keeps something again.
    [[nodiscard]] bool canStore() const { return m_canStore; }

signals:
    /// They are on the disk.
    void kept(const std::vector<remise::domain::Command>& commands);
    /// Somebody has read that this one was refused.
    void settled(const remise::domain::Uuid& command);
    void answered(const remise::domain::CommandReply& reply, const remise::domain::Command& command);
    void changed();
    /// The server does not let this terminal in; everything is kept.
    void turnedAway(const remise::terminal::Trouble& trouble);
    /// This terminal is an old copy of itself.
    void foundRestored();

private:
    static constexpr std::size_t mostAtOnce = 50;  ///< more would make other terminals wait (bench drain)

    enum class State { waiting, refused, aside };
    struct Entry {
        domain::Command command;
        State state = State::waiting;
        bool wasAnswered = false;  ///< sent again for the leader's list only
    };

    bool store(const std::function<void(OutboxFile&)>& change);
    void open();
    void chain(std::vector<domain::Command>& commands) const;
    [[nodiscard]] Entry* find(const domain::Uuid& command);
    [[nodiscard]] int count(State state) const;

    void send();
    void sendBatch();
    void take(const Answer&);
    void takeReplies(const std::vector<domain::CommandReply>&);
    void takeUnreadable(const Trouble&);
    void greet();
    void takeGreeting(const Answer&);
    void waitFor(const Answer&);
    void waitForPeople(const Answer&);
    void noteAway();
    void countFrom(std::int64_t highest);

    Client& m_client;
    std::filesystem::path m_folder;
    std::unique_ptr<OutboxFile> m_file;
    bool m_canStore = true;
    std::deque<Entry> m_entries;           ///< in the order of their numbers
    std::vector<domain::Command> m_batch;  ///< as it is being sent
    std::size_t m_mostAtOnce = mostAtOnce;
    bool m_isAsking = false;
    bool m_isGreeted = false;  ///< since the server was last away
    bool m_isTurnedAway = false;
    int m_damagedFiles = 0;
    int m_failures = 0;           ///< in a row
    bool m_isToldToWait = false;  ///< by the server, not by silence
    QTimer m_again;
};

}  // namespace remise::terminal
