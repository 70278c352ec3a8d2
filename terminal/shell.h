#pragma once

#include <QtQml/qqmlregistration.h>

#include <QDeadlineTimer>
#include <QObject>
#include <QString>
#include <QStringList>
#include <QTimer>
#include <QVariantList>
#include <QVariantMap>
#include <memory>
#include <optional>
#include <vector>

#include "server/domain/scan.h"
#include "terminal/client.h"
#include "terminal/outbox.h"
#include "terminal/printer_screen.h"
#include "terminal/printing.h"
#include "terminal/unit_work.h"
#include "terminal/work_screen.h"

namespace remise::terminal {

/// The frame around every screen: who is here, at which station, how the network is, and the three things at
/// the bottom. Every scan comes here first.
class Shell : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by main")
    Q_PROPERTY(QString screen READ screen NOTIFY changed)
    Q_PROPERTY(QString worker READ worker NOTIFY changed)
    Q_PROPERTY(QString stationTitle READ stationTitle NOTIFY changed)
    Q_PROPERTY(QString stationIcon READ stationIcon NOTIFY changed)
    Q_PROPERTY(QVariantList stations READ stations NOTIFY changed)
    Q_PROPERTY(QVariantMap refusal READ refusal NOTIFY changed)
    Q_PROPERTY(bool refused READ hasTrouble NOTIFY changed)
    Q_PROPERTY(bool checking READ isChecking NOTIFY changed)
    Q_PROPERTY(bool helping READ isHelping NOTIFY changed)
    Q_PROPERTY(QVariantMap words READ words NOTIFY changed)
    Q_PROPERTY(int waiting READ waiting NOTIFY changed)
    Q_PROPERTY(bool away READ isAway NOTIFY changed)
    Q_PROPERTY(QString stuck READ stuck NOTIFY changed)
    Q_PROPERTY(bool ready READ isReady NOTIFY changed)
    Q_PROPERTY(QStringList printedCodes READ printedCodes NOTIFY changed)
    Q_PROPERTY(QStringList scannedUnits READ scannedUnits NOTIFY changed)
    Q_PROPERTY(remise::terminal::WorkScreen* work READ work CONSTANT)
    Q_PROPERTY(remise::terminal::PrinterScreen* printers READ printers CONSTANT)
public:
    Shell(Client& client, Outbox& outbox, Cache& cache, Printing& printing, Clock clock = steadyClock,
          QObject* parent = nullptr);

    /// signIn, stations, work or printers.
    [[nodiscard]] QString screen() const;
    [[nodiscard]] QString worker() const { return m_worker; }
    [[nodiscard]] QString stationTitle() const;
    [[nodiscard]] QString stationIcon() const;
    [[nodiscard]] QVariantList stations() const;
    [[nodiscard]] QVariantMap refusal() const;
    /// Help is shown on a screen that is no card; cards show their own.
    [[nodiscard]] bool isHelping() const { return m_helping; }
    /// Another person's badge is on its way to the server: until its answer nobody works here.
    [[nodiscard]] bool isChecking() const { return m_checking; }
    [[nodiscard]] bool hasTrouble() const { return m_trouble.has_value(); }
    [[nodiscard]] QVariantMap words() const { return m_words; }
    [[nodiscard]] int waiting() const { return m_outbox.waiting(); }
    [[nodiscard]] bool isAway() const { return m_client.isAway(); }
    /// What somebody has to mend before all work gets through; empty when all is well.
    [[nodiscard]] QString stuck() const;
    /// The procedures are here: work can begin.
    [[nodiscard]] bool isReady() const { return !m_procedures.empty(); }
    [[nodiscard]] QStringList printedCodes() const { return m_printedCodes; }
    /// The last few, newest first.
    [[nodiscard]] QStringList scannedUnits() const { return m_scannedUnits; }
    [[nodiscard]] WorkScreen* work() { return &m_screen; }
    [[nodiscard]] PrinterScreen* printers() { return &m_printers; }

    void setLanguage(domain::Language language);
    /// The client has its token: sends what was kept, and fetches the procedures until they come.
    void begin();
    void takeProcedures(const domain::Value& list);
    /// Something is wrong that concerns the terminal as a whole (it is not enrolled).
    void complain(const Trouble& trouble);

public slots:
    void hear(const domain::Scan& scan);
    void scan(const QString& text) { hear({.text = text.toStdString()}); }
    void openStation(const QString& station);
    void undo();
    void help();
    void change();
    void settle();
    /// Shows how the printers are; leaders choose there which labels come out of which.
    void showPrinters();
    /// Somebody is there: the three minutes begin again.
    void stir();

signals:
    void changed();
    /// The server does not know this terminal.
    void tokenRefused();

private:
    [[nodiscard]] QVariantMap describe(const Procedure&) const;
    void fetchProcedures();
    void fetchLists();
    void noteAway();
    void turnAway(const Trouble& trouble);
    void tellStations();
    void complain(const domain::RefusalKind& kind);
    void signIn(const std::string& badge);
    void endCheck();
    void refuseBadge(const Trouble& trouble);
    void welcome(const std::string& badge, const domain::Value& person);
    void openByModeCard(const std::string& code);
    void open(std::shared_ptr<const Procedure> procedure);
    void leave();
    void leavePrinters();
    [[nodiscard]] bool showsBenches() const;

    Client& m_client;
    Outbox& m_outbox;
    Knowledge m_knowledge;
    Printing& m_printing;
    Benches m_benches;
    UnitWork m_work;
    WorkScreen m_screen;
    PrinterScreen m_printers;
    domain::Language m_ownLanguage;
    QVariantMap m_words;
    std::vector<std::shared_ptr<const Procedure>> m_procedures;
    std::shared_ptr<const Procedure> m_station;
    std::string m_badge;
    QString m_worker;
    PrinterScreen::Right m_right = PrinterScreen::Right::look;
    bool m_isAtPrinters = false;
    int m_badgeQuestion = 0;  ///< answers to older ones are of no interest
    bool m_checking = false;
    std::optional<domain::Scan> m_heldScan;  ///< scanned by the one whose badge is checked
    std::optional<Trouble> m_trouble;
    bool m_helping = false;
    QStringList m_printedCodes;
    QStringList m_scannedUnits;
    QTimer m_idle;
    QTimer m_lists;              ///< fetches them after the server was away
    QDeadlineTimer m_listsRest;  ///< not before this one has run out
};

}  // namespace remise::terminal
