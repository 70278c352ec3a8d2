#pragma once

#include <QObject>
#include <optional>
#include <string>

#include "server/domain/outcome.h"
#include "terminal/cache.h"
#include "terminal/client.h"
#include "terminal/printer_words.h"
#include "terminal/printers.h"

namespace remise::terminal {

/// Labels of units and drives: a stock of codes leased from the server, and the printers that put them on
/// paper.
class Printing : public QObject {
    Q_OBJECT
public:
    Printing(Client& client, Cache& cache, Printers& printers, QObject* parent = nullptr);

    /// Asks for codes when there are not enough for a while without the server.
    void lease();
    /// The codes in stock may be somebody else's: asks for others.
    void leaseAnew();
    /// A code that nobody has, and that is never taken again. Refused when the stock is empty (more are then
    /// asked for), or no printer would print it.
    domain::Outcome<std::string> takeCode();

    /// A label that is to be printed, of one of `stationLabels`; `of` is what is known of its machine or
    /// drive.
    struct DeviceLabel {
        std::string kind{"unit"};
        std::string code;
        domain::Value of;
        PrintQueue::Purpose purpose = PrintQueue::Purpose::hand;
    };
    /// A label as it comes out there.
    struct Look {
        LabelPlace place;
        labels::Bitmap picture;
    };
    /// The first label that comes out of its printer today, to be looked at before; nothing when one was
    /// looked at.
    [[nodiscard]] std::optional<Look> firstToday(const DeviceLabel&) const;
    /// It comes out as soon as the printer lets it.
    domain::Verdict print(const DeviceLabel&);

    /// It was seen where it belongs.
    void found(const std::string& code);
    /// What has come out of it was torn up.
    void destroyed(const std::string& code);
    /// Nobody waits for it any more.
    void forget(const std::string& code);
    [[nodiscard]] std::optional<PrintQueue::Stage> stageOf(const std::string& code) const;

    /// Why this label does not come out, in words for a worker; nothing when it does.
    [[nodiscard]] std::optional<domain::Refusal> troubleWith(const std::string& code) const;
    /// What keeps any label from coming out.
    [[nodiscard]] std::optional<PrinterTrouble> trouble() const;
    [[nodiscard]] Printers& printers() { return m_printers; }

signals:
    void leased();
    void printed(const QString& code);
    /// A printer, or what waits for it, is another.
    void changed();

private:
    /// With its model, or without one that has too many letters, or a letter that no font has.
    [[nodiscard]] domain::Value dataOf(const DeviceLabel&) const;

    Client& m_client;
    Cache& m_cache;
    Printers& m_printers;
    std::string m_publicUrl;
    bool m_asking = false;
};

}  // namespace remise::terminal
