#pragma once

#include <QtQml/qqmlregistration.h>

#include <QJsonObject>
#include <QObject>
#include <QProcess>
#include <QVariantMap>

namespace remise::workbench {

/// `remise-workbench bench` as the screen sees it: what it tells, a line of JSON for each change, and where
/// scans go. When it ends it is started again.
class BenchProgram : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("there is one")
    Q_PROPERTY(QVariantMap state READ state NOTIFY told)
    /// How the test that runs now stands: {test, state: running|asked}. For the screen alone.
    Q_PROPERTY(QVariantMap live READ live NOTIFY told)
    Q_PROPERTY(QString unit READ unit NOTIFY told)
    /// What the QR code holds: where this machine is found on the server. Empty until it is known.
    Q_PROPERTY(QString address READ address NOTIFY told)
    Q_PROPERTY(QString language READ language NOTIFY told)
    /// Why the program cannot work, in its own words; empty while it does.
    Q_PROPERTY(QString trouble READ trouble NOTIFY told)
    /// Somebody's badge was scanned here, and waits for the machine's label.
    Q_PROPERTY(bool hasBadge READ hasBadge NOTIFY told)

public:
    BenchProgram(QString program, QStringList words);

    [[nodiscard]] QVariantMap state() const { return m_told.value("state").toMap(); }
    [[nodiscard]] QVariantMap live() const { return m_told.value("live").toMap(); }
    [[nodiscard]] QString unit() const { return m_told.value("unit").toString(); }
    [[nodiscard]] QString address() const;
    [[nodiscard]] QString language() const { return m_told.value("language", "fr").toString(); }
    [[nodiscard]] QString trouble() const { return m_trouble; }
    [[nodiscard]] bool hasBadge() const { return !m_badge.isEmpty(); }

    /// In the language of the house; the key itself where there is no such word.
    Q_INVOKABLE QString word(const QString& key) const;
    /// A scanner that types, or a person: a badge first, then the label of the machine.
    Q_INVOKABLE void scanned(const QString& text);
    /// Whoever tests the machine: `result` is pass, fail or na; `defect` a word of the test station where it
    /// fails.
    Q_INVOKABLE void answer(const QString& test, const QString& result, const QString& defect);
    /// The machine does its part of a test now: "speakers" plays and listens.
    Q_INVOKABLE void begin(const QString& test);
    /// Nobody does the rest of the tests here.
    Q_INVOKABLE void putAside();
    /// "12 min", "1 h 05".
    Q_INVOKABLE static QString duration(int seconds);
    /// "256 Go".
    Q_INVOKABLE QString capacity(double bytes) const;

signals:
    void told();

private:
    void start();
    void say(const QJsonObject&);
    void read();
    void ended();

    const QString m_program;
    const QStringList m_words;
    QProcess m_process;
    QVariantMap m_told;
    QString m_trouble, m_badge;
    mutable QString m_wordsOf;
    mutable QVariantMap m_catalogue;
};

}  // namespace remise::workbench
