#include "terminal/outbox.h"

#include <algorithm>
#include <system_error>

#include "server/domain/refusals.h"

/// What is kept; how it is sent is in outbox_sending.cpp.
namespace remise::terminal {

using domain::Command;
using domain::Uuid;

Outbox::Outbox(Client& client, std::filesystem::path folder, QObject* parent)
    : QObject(parent), m_client(client), m_folder(std::move(folder)) {
    m_again.setSingleShot(true);
    connect(&m_again, &QTimer::timeout, this, &Outbox::send);
    connect(&m_client, &Client::awayChanged, this, &Outbox::noteAway);
    connect(&m_client, &Client::foundRestored, this, &Outbox::countFrom);
    store([](OutboxFile&) {});
}

/// Does it on the file; false when the disk does not let us.
bool Outbox::store(const std::function<void(OutboxFile&)>& change) {
    const bool could = std::exchange(m_canStore, false);
    try {
        if (!m_file) open();
        change(*m_file);
        m_canStore = true;
    } catch (const StorageFault& fault) {
        qWarning("%s", fault.what());
    } catch (const std::system_error& fault) {
        qWarning("%s", fault.what());
    }
    if (could != m_canStore) emit changed();
    return m_canStore;
}

/// What was kept from before is late: whoever did it has left. Whatever the disk may refuse comes first: an
/// open that fails leaves nothing behind.
void Outbox::open() {
    auto file = std::make_unique<OutboxFile>(m_folder);
    m_damagedFiles = file->damagedFiles();
    for (KeptCommand& kept : file->read()) {
        kept.command.isLate = true;
        m_entries.push_back({std::move(kept.command), State::waiting, kept.waits == Waits::person});
    }
    m_file = std::move(file);
}

domain::Verdict Outbox::add(std::vector<Command> commands) {
    const bool isKept = store([&](OutboxFile& file) {
        chain(commands);
        file.add(commands);
    });
    if (!isKept) return domain::Refusal(domain::refusals::notStored);
    emit kept(commands);
    for (Command& command : commands)
        m_entries.push_back({std::move(command)});
    emit changed();
    send();
    return {};
}

/// What was refused already is nothing to build on; what is still under way is.
void Outbox::chain(std::vector<Command>& commands) const {
    const auto lastOn = [this](const std::string& subject) {
        const auto found = std::find_if(m_entries.rbegin(), m_entries.rend(), [&](const Entry& entry) {
            return entry.state == State::waiting && !entry.wasAnswered && entry.command.subject == subject;
        });
        return found == m_entries.rend() ? std::optional<Uuid>() : found->command.id;
    };
    for (auto command = commands.begin(); command != commands.end(); ++command) {
        if (command->after || command->subject.empty()) continue;
        const auto before = std::find_if(std::make_reverse_iterator(command), commands.rend(),
                                         [&](const Command& one) { return one.subject == command->subject; });
        command->after = before == commands.rend() ? lastOn(command->subject) : before->id;
    }
}

void Outbox::settle(const Uuid& command) {
    Entry* entry = find(command);
    if (!entry || entry->state != State::refused) return;
    emit settled(command);
    store([&](OutboxFile& file) { file.settle({*entry->command.counter}, {}); });
    std::erase_if(m_entries, [&](const Entry& one) { return one.command.id == command; });
}

void Outbox::letGo(const Uuid& command) {
    Entry* entry = find(command);
    if (!entry || entry->state == State::aside) return;
    entry->command.isLate = true;
    if (entry->state == State::waiting) return;
    entry->state = State::waiting;
    emit changed();
    send();
}

Outbox::Entry* Outbox::find(const Uuid& command) {
    const auto found =
        std::ranges::find_if(m_entries, [&](const Entry& entry) { return entry.command.id == command; });
    return found == m_entries.end() ? nullptr : &*found;
}

bool Outbox::isAheadOn(const std::string& subject) const {
    return std::ranges::any_of(m_entries, [&](const Entry& entry) {
        return entry.state == State::waiting && !entry.wasAnswered && entry.command.subject == subject;
    });
}

int Outbox::count(State state) const {
    return static_cast<int>(std::ranges::count(m_entries, state, &Entry::state));
}

int Outbox::waiting() const {
    return count(State::waiting);
}

int Outbox::setAside() const {
    return count(State::aside);
}

}  // namespace remise::terminal
