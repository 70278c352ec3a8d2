#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>

#include "terminal/unit_work.h"

namespace remise::terminal {

/// The station's card as QML draws it: sentence and picture on the left; on the right what can be answered,
/// or what is wrong, or what came of it.
class WorkScreen : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the shell")
    Q_PROPERTY(QString card READ card NOTIFY changed)
    Q_PROPERTY(QString layout READ layout NOTIFY changed)
    Q_PROPERTY(QString picture READ picture NOTIFY changed)
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed)
    Q_PROPERTY(QString help READ help NOTIFY changed)
    Q_PROPERTY(QVariantList points READ points NOTIFY changed)
    Q_PROPERTY(QVariantList answers READ answers NOTIFY changed)
    Q_PROPERTY(QVariantMap unit READ unit NOTIFY changed)
    Q_PROPERTY(QVariantMap refusal READ refusal NOTIFY changed)
    Q_PROPERTY(QVariantMap result READ result NOTIFY changed)
    Q_PROPERTY(QString wanted READ wanted NOTIFY changed)
    Q_PROPERTY(QString target READ target NOTIFY changed)
    Q_PROPERTY(QString skipLabel READ skipLabel NOTIFY changed)
    Q_PROPERTY(QString typed READ typed NOTIFY changed)
    Q_PROPERTY(QString typedUnit READ typedUnit NOTIFY changed)
    Q_PROPERTY(bool takesDecimals READ takesDecimals NOTIFY changed)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)
    Q_PROPERTY(bool helping READ isHelping NOTIFY changed)
public:
    explicit WorkScreen(UnitWork& work, QObject* parent = nullptr);

    [[nodiscard]] QString card() const;
    /// What the right half holds: refusal, help, wait, result, scan, choice, several, confirm, number, pin,
    /// list.
    [[nodiscard]] QString layout() const;
    [[nodiscard]] QString picture() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] QVariantList points() const;
    [[nodiscard]] QVariantList answers() const;
    [[nodiscard]] QVariantMap unit() const;
    /// {code, text, expected}: what was wrong, and the picture of what is expected.
    [[nodiscard]] QVariantMap refusal() const;
    /// {sign, title, text, icon} once the unit is saved.
    [[nodiscard]] QVariantMap result() const;
    /// Code of the one thing that is right to scan; empty when anything of its kind is.
    [[nodiscard]] QString wanted() const;
    /// Picture of what the scanner is to be held at: a badge, a bar code, a QR code.
    [[nodiscard]] QString target() const;
    [[nodiscard]] QString skipLabel() const;
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QString typedUnit() const;
    [[nodiscard]] bool takesDecimals() const;
    [[nodiscard]] bool canConfirm() const;
    [[nodiscard]] bool isHelping() const { return m_helping; }

    void setLanguage(domain::Language language, QVariantMap wording);
    /// The station {icon, label} that does a step, by the step's name.
    void setStations(QVariantMap stations) { m_stations = std::move(stations); }

public slots:
    void answer(int index);
    void confirm();
    void skip();
    void press(const QString& key);
    void settle();
    void next();
    void showHelp();

signals:
    void changed();

private:
    void forgetTyped();
    [[nodiscard]] QString word(const char* key) const { return m_wording[key].toString(); }
    [[nodiscard]] QString say(const Words&) const;

    UnitWork& m_work;
    domain::Language m_language = domain::Language::french;
    QVariantMap m_wording;
    QVariantMap m_stations;
    QString m_typed;
    QString m_typedOn;  ///< card that m_typed belongs to
    bool m_helping = false;
};

}  // namespace remise::terminal
