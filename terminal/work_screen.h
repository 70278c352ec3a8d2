#pragma once

#include <QtQml/qqmlregistration.h>

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QVariantMap>
#include <chrono>
#include <functional>

#include "server/domain/codes.h"
#include "terminal/unit_work.h"

namespace remise::terminal {

/// What time it is, from whenever on.
using Clock = std::function<std::chrono::milliseconds()>;
std::chrono::milliseconds steadyClock();

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
    Q_PROPERTY(QString wantedCode READ wantedCode NOTIFY changed)
    Q_PROPERTY(QString nothing READ nothing NOTIFY changed)
    Q_PROPERTY(bool wantsShelf READ wantsShelf NOTIFY changed)
    Q_PROPERTY(QVariantMap instead READ instead NOTIFY changed)
    Q_PROPERTY(QString preview READ preview NOTIFY changed)
    Q_PROPERTY(bool canType READ canType NOTIFY changed)
    Q_PROPERTY(QString alphabet READ alphabet CONSTANT)
    Q_PROPERTY(QString target READ target NOTIFY changed)
    Q_PROPERTY(QString skipLabel READ skipLabel NOTIFY changed)
    Q_PROPERTY(QString typed READ typed NOTIFY changed)
    Q_PROPERTY(QString typedUnit READ typedUnit NOTIFY changed)
    Q_PROPERTY(bool takesDecimals READ takesDecimals NOTIFY changed)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY changed)
    Q_PROPERTY(bool helping READ isHelping NOTIFY changed)
    Q_PROPERTY(QVariantList benches READ benches NOTIFY benchesChanged)
    Q_PROPERTY(bool benchesOld READ areBenchesOld NOTIFY benchesChanged)
    Q_PROPERTY(QStringList knownAs READ knownAs NOTIFY changed)
public:
    WorkScreen(UnitWork& work, const Benches& benches, Clock clock, QObject* parent = nullptr);

    [[nodiscard]] QString card() const;
    /// What the right half holds: refusal, help, wait, result, scan, letters, preview, choice, several,
    /// confirm, number, pin, list; benches (all of them, to look at), bench (which of them is the unit?), two
    /// (the chosen one is known under other codes).
    [[nodiscard]] QString layout() const;
    [[nodiscard]] QString picture() const;
    [[nodiscard]] QString sentence() const;
    [[nodiscard]] QString help() const;
    [[nodiscard]] QVariantList points() const;
    [[nodiscard]] QVariantList answers() const;
    [[nodiscard]] QVariantMap unit() const;
    /// {code, text, expected, expectedText, again}: what was wrong, picture and words of what is expected,
    /// and the words for beginning the unit anew.
    [[nodiscard]] QVariantMap refusal() const;
    /// {sign, title, text, icon} once the unit is saved.
    [[nodiscard]] QVariantMap result() const;
    /// Name, or else code in groups, of the one thing that is right to scan; empty when anything of its kind
    /// is.
    [[nodiscard]] QString wanted() const;
    /// Its code, as it is scanned.
    [[nodiscard]] QString wantedCode() const;
    /// What an empty list says.
    [[nodiscard]] QString nothing() const;
    /// Any shelf is right to scan.
    [[nodiscard]] bool wantsShelf() const;
    /// {label, icon}: what can be touched where there is nothing to scan; empty when a scan is the only way.
    [[nodiscard]] QVariantMap instead() const;
    /// The picture of the label that is looked at (LabelPictures draws it); empty when none is.
    [[nodiscard]] QString preview() const;
    /// A code that no scanner reads may be typed.
    [[nodiscard]] bool canType() const;
    /// The letters that codes are made of.
    [[nodiscard]] static QString alphabet();
    /// Picture of what the scanner is to be held at: a badge, a bar code, a QR code.
    [[nodiscard]] QString target() const;
    [[nodiscard]] QString skipLabel() const;
    [[nodiscard]] QString typed() const;
    [[nodiscard]] QString typedUnit() const;
    [[nodiscard]] bool takesDecimals() const;
    [[nodiscard]] bool canConfirm() const;
    [[nodiscard]] bool isHelping() const { return m_helping; }
    /// The machines on the benches (see benchTile), with `mark`: what tells that it is the unit, or hardly
    /// is (`isOther`).
    [[nodiscard]] QVariantList benches() const;
    /// The server could not be asked how they stand now.
    [[nodiscard]] bool areBenchesOld() const { return m_benches.areOld(); }
    /// The codes under which the chosen machine is known already, in groups.
    [[nodiscard]] QStringList knownAs() const;

    void setLanguage(domain::Language language, QVariantMap wording);
    /// The station {icon, label} that does a step, by the step's name.
    void setStations(QVariantMap stations) { m_stations = std::move(stations); }

    /// Shows "one moment" and takes no touch until somebody is known to be here.
    void hold();
    void resume();
    /// The screen is another: a finger that comes down now was meant for the one before.
    void turn();
    /// False for a moment after the screen has become another.
    [[nodiscard]] bool takesTouches() const;

public slots:
    void answer(int index);
    void confirm();
    void skip();
    void press(const QString& key);
    void settle();
    void next();
    void beginAnew();
    void takeInstead();
    void typeCode();
    void showHelp();
    /// The machine with this report is the unit.
    void chooseBench(const QString& report);
    /// The machine that is known under other codes is not that one; or it is.
    void confirmTwo();
    void admitOne();

signals:
    void changed();
    void benchesChanged();

private:
    void forgetTyped();
    void turnWithCard();
    void followBenches();
    [[nodiscard]] QVariantMap begunMachine() const;
    [[nodiscard]] bool looksAtBenches() const;
    [[nodiscard]] const Card* cardInHand() const;
    [[nodiscard]] bool isAnswerable() const;
    [[nodiscard]] QString word(const char* key) const { return m_wording[key].toString(); }
    [[nodiscard]] QString say(const Words&) const;

    static constexpr qsizetype lettersOfAUnit = domain::unitLetters + 1;

    UnitWork& m_work;
    const Benches& m_benches;
    Clock m_clock;
    domain::Language m_language = domain::Language::french;
    QVariantMap m_wording;
    QVariantMap m_stations;
    QString m_typed;
    QString m_typedOn;        ///< card that m_typed belongs to
    bool m_isTyping = false;  ///< the letters of a code
    bool m_helping = false;
    bool m_held = false;
    QString m_shown;  ///< which screen this is
    QString m_shownLayout;
    std::chrono::milliseconds m_shownAt{0};
};

}  // namespace remise::terminal
