#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "server/domain/outcome.h"
#include "terminal/cache.h"
#include "terminal/client.h"
#include "terminal/print_queue.h"

namespace remise::terminal {

/// Labels for new units: a stock of codes leased from the server, and the queue that puts them on paper.
class Printing : public QObject {
    Q_OBJECT
public:
    Printing(Client& client, Cache& cache, PrintQueue& queue, QObject* parent = nullptr);

    /// Asks for codes when there are not enough for a while without the server.
    void lease();
    /// The codes in stock may be somebody else's: asks for others.
    void leaseAnew();
    /// A code that nobody has, and that is never taken again; nothing when the stock is empty (more are then
    /// asked for).
    std::optional<std::string> takeCode();
    /// A unit's label comes out as soon as the printer lets it.
    /// `unit` is what is known of it: maker, model, grade.
    domain::Verdict printUnitLabel(const std::string& code, const domain::Value& unit = {});
    /// It was seen on paper, or nobody wants it any more.
    void settle(const std::string& code);
    /// It may be on paper: it is neither on its way to the printer nor waiting for it.
    [[nodiscard]] bool mayBeOut(const std::string& code) const;
    [[nodiscard]] bool isInDoubt(const std::string& code) const { return m_queue.doubtful() == code; }
    /// Why the labels that wait do not come out, in words for a worker; nothing when they do.
    [[nodiscard]] std::optional<domain::Refusal> trouble() const;

signals:
    void leased();
    void printed(const QString& code);
    /// The printer, or what waits for it, is another.
    void changed();

private:
    Client& m_client;
    Cache& m_cache;
    PrintQueue& m_queue;
    std::string m_publicUrl;
    bool m_asking = false;
};

}  // namespace remise::terminal
