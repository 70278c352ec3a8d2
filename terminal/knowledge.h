#pragma once

#include <QObject>
#include <QTimer>
#include <optional>
#include <string>
#include <vector>

#include "terminal/cache.h"
#include "terminal/client.h"
#include "terminal/floor_rules.h"
#include "terminal/outbox.h"

namespace remise::terminal {

/// What this terminal knows: from the server while it answers, from what it said before while it is away.
/// Work goes on with either, by the same rules.
class Knowledge : public QObject {
    Q_OBJECT
public:
    using Then = Client::Then;

    Knowledge(Client& client, Outbox& outbox, Cache& cache, QObject* parent = nullptr);

    /// Fetches what may be needed while the server is away, now and then again.
    void begin();

    /// A list: procedures, the catalogue, shelves, what is to be picked.
    void list(const std::string& path, Then);
    /// A unit. What was done here counts, though the server may not have heard of it.
    void lookUp(const std::string& code, Then);
    /// Whose badge it is. The server away: one that was used here before.
    void signIn(const std::string& badge, Then);

    /// What commands would make of their units.
    struct Outlook {
        domain::Verdict verdict;  ///< a no that is to be told at once: only while the server is away
        std::vector<KnownUnit> units;
        std::vector<std::string> unclear;  ///< units that only the server knows from then on
    };
    [[nodiscard]] Outlook foresee(const std::vector<domain::Command>& commands);
    /// The commands are kept: their units have moved on.
    void moveOn(const Outlook&);
    /// Where the unit stands, as far as is known here.
    [[nodiscard]] std::optional<domain::SubjectView> view(const std::string& code);

private:
    void heard(const domain::CommandReply&, const domain::Command&);
    void fetch();
    void fetchUnits(std::size_t stage, const std::string& after);
    void keepUnits(const domain::Value& units);
    [[nodiscard]] std::optional<domain::Value> listHere(const std::string& path);
    [[nodiscard]] std::optional<Answer> lookUpHere(const std::string& code);
    [[nodiscard]] Signer signerOf(const domain::Command&);
    [[nodiscard]] Answer no(const domain::RefusalKind&) const;

    Client& m_client;
    Outbox& m_outbox;
    Cache& m_cache;
    QTimer m_again;
    bool m_isFetching = false;
};

}  // namespace remise::terminal
