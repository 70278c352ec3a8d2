#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "drivers/printers/printer.h"
#include "server/domain/outcome.h"
#include "terminal/cache.h"
#include "terminal/client.h"

namespace remise::terminal {

/// Labels for new units: a stock of codes leased from the server, and the printer that puts them on paper.
class Printing : public QObject {
    Q_OBJECT
public:
    /// `printer` may be null: a terminal without one.
    Printing(Client& client, Cache& cache, drivers::Printer* printer, QObject* parent = nullptr);

    /// Asks for codes when there are not enough for a while without the server.
    void lease();
    /// The codes in stock may be somebody else's: asks for others.
    void leaseAnew();
    /// A code that nobody has, and that is never taken again; nothing when the stock is empty (more are then
    /// asked for).
    std::optional<std::string> takeCode();
    /// Draws and prints a unit's label.
    domain::Verdict printUnitLabel(const std::string& code, const std::string& text);

signals:
    void leased();
    void printed(const QString& code);

private:
    Client& m_client;
    Cache& m_cache;
    drivers::Printer* m_printer;
    std::string m_publicUrl;
    bool m_asking = false;
};

}  // namespace remise::terminal
