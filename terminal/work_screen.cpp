#include "terminal/work_screen.h"

#include <algorithm>

#include "server/domain/refusals.h"
#include "server/domain/stages.h"
#include "terminal/answers.h"
#include "terminal/card_view.h"
#include "terminal/label_pictures.h"
#include "terminal/printer_words.h"
#include "terminal/scan_rules.h"
#include "terminal/typed_number.h"

namespace remise::terminal {

using Phase = UnitWork::Phase;

namespace {

constexpr qsizetype shortestPin = 4;

}  // namespace

WorkScreen::WorkScreen(UnitWork& work, const Benches& benches, Clock clock, QObject* parent)
    : QObject(parent), m_work(work), m_benches(benches), m_clock(std::move(clock)) {
    connect(&m_work, &UnitWork::changed, this, [this] {
        m_helping = false;
        forgetTyped();
        emit changed();
    });
    connect(this, &WorkScreen::changed, this, &WorkScreen::turnWithCard);
    connect(this, &WorkScreen::changed, this, &WorkScreen::benchesChanged);
    connect(&m_benches, &Benches::changed, this, &WorkScreen::followBenches);
}

const Card* WorkScreen::cardInHand() const {
    return m_work.isOpen() ? m_work.card() : nullptr;
}

void WorkScreen::hold() {
    m_held = true;
    m_work.interrupt();
    emit changed();
}

void WorkScreen::resume() {
    m_held = false;
    m_work.resume();
    emit changed();
}

void WorkScreen::setLanguage(domain::Language language, QVariantMap wording) {
    m_language = language;
    m_wording = std::move(wording);
    emit changed();
}

QString WorkScreen::say(const Words& words) const {
    return asQString(spoken(words.in(m_language), m_work.player().answers()));
}

QString WorkScreen::card() const {
    if (!m_work.isOpen()) return {};
    return m_work.card() ? asQString(m_work.card()->id) : QString("result");
}

QString WorkScreen::layout() const {
    if (!m_work.isOpen()) return {};
    if (m_held) return "wait";
    if (m_helping) return "help";
    if (m_work.trouble()) return "refusal";
    switch (m_work.phase()) {
        case Phase::fetching:
        case Phase::ordering:
        case Phase::saving:
            return "wait";
        case Phase::preview:
            return "preview";
        case Phase::kept:
        case Phase::saved:
            return "result";
        case Phase::refused:
            return "refusal";
        case Phase::card:
            break;
    }
    if (!m_work.card()) return "wait";  // all is answered, and about to be saved
    if (m_isTyping) return "letters";
    if (!m_work.knownAs().empty()) return "two";
    if (looksAtBenches()) return "benches";
    const bool offersReadings = m_work.card()->ask == Ask::scan && !m_work.player().offers().empty();
    return offersReadings ? "list" : layoutOf(*m_work.card());
}

QString WorkScreen::picture() const {
    if (!m_work.isOpen()) return {};
    return asQString(m_work.card() ? m_work.card()->picture : m_work.player().procedure().icon);
}

QString WorkScreen::sentence() const {
    if (!m_work.isOpen()) return {};
    if (m_work.phase() == Phase::preview) return word("preview.sentence");
    if (m_isTyping) return word("card.letters");
    if (m_work.hasBegunMachine() && m_work.isDone()) return word("begun.sentence");
    if (!m_work.knownAs().empty()) return word("bench.two_sentence");
    if (m_work.card()) return say(m_work.card()->say);
    if (m_work.phase() == Phase::saving) return word(m_work.mustWait() ? "work.keep_here" : "work.saving");
    return word(m_work.phase() == Phase::refused ? "work.refused" : "work.saved");
}

QString WorkScreen::help() const {
    if (!m_work.isOpen() || !m_work.card() || m_work.card()->help.fr.empty()) return word("help.leader");
    return say(m_work.card()->help);
}

QVariantList WorkScreen::points() const {
    return m_work.isOpen() && m_work.card() ? pointsOf(*m_work.card(), m_language) : QVariantList();
}

QVariantList WorkScreen::answers() const {
    return m_work.isOpen() && m_work.card() ? answersOf(m_work.player(), m_language) : QVariantList();
}

QVariantMap WorkScreen::unit() const {
    return m_work.isOpen() ? unitOf(m_work.player().answers()["unit"], m_language) : QVariantMap();
}

QVariantMap WorkScreen::refusal() const {
    if (!m_work.isOpen() || !m_work.trouble()) return {};
    QVariantMap refusal = viewOf(*m_work.trouble());
    if (m_work.isTroubleLate()) {
        refusal["expected"] = "users";
        refusal["expectedText"] = word("refusal.leader");
        return refusal;
    }
    const QString step = asQString(m_work.trouble()->step);
    if (m_stations.contains(step)) {
        const QVariantMap station = m_stations[step].toMap();
        refusal["expected"] = station["icon"];
        refusal["expectedText"] = station["label"];
        return refusal;
    }
    if (const Card* card = m_work.card(); card && card->ask == Ask::scan) {
        refusal["expected"] = pictureOf(card->expect);
        refusal["expectedText"] = say(card->say);
    }
    if (m_work.trouble()->code == domain::refusals::machineKnown.code) {
        refusal["text"] = word("bench.two_keep");
        refusal["expected"] = "users";
        refusal["expectedText"] = word("help.leader");
    }
    if (const QString printer = printerPicture(m_work.trouble()->code); !printer.isEmpty()) {
        refusal["expected"] = printer;
        refusal["expectedText"] = "";
    }
    if (m_work.phase() == Phase::refused) refusal["again"] = word("work.again");
    return refusal;
}

QVariantMap WorkScreen::result() const {
    if (!m_work.isOpen() || !m_work.isDone() || !m_work.result()) return {};
    if (m_work.hasBegunMachine()) return begunMachine();
    const bool isKept = m_work.phase() == Phase::kept;
    const domain::SubjectView& view = *m_work.result();
    const std::string_view where = view.next.empty()
                                       ? domain::stageWord(domain::Subject::unit, view.stage, m_language)
                                       : domain::stepWord(view.next, m_language);
    const char* title = m_work.hasUndone() ? "result.undone" : "result.saved";
    return {{"title", word(title)},
            {"where", word(isKept ? "result.kept" : "result.arrived")},
            {"sign", isKept ? "info" : "go"},
            {"text", asQString(where)},
            {"code", asQString(groupedCode(view.code))},
            {"icon", m_stations[asQString(view.next)].toMap().value("icon", "circle-check")}};
}

QString WorkScreen::wanted() const {
    const Card* card = cardInHand();
    if (!card || card->equals.empty()) return {};
    const domain::Value& name = valueAt(m_work.player().answers(), card->equals + "_name");
    return asQString(name.isText() ? name.text() : groupedCode(wantedCode().toStdString()));
}

QString WorkScreen::wantedCode() const {
    const Card* card = cardInHand();
    if (!card || card->equals.empty()) return {};
    const domain::Value& right = valueAt(m_work.player().answers(), card->equals);
    return right.isText() ? asQString(right.text()) : QString();
}

QString WorkScreen::nothing() const {
    const Card* card = cardInHand();
    if (!card || card->ask != Ask::drive) return word("card.nothing");
    const domain::Value& drives = valueAt(m_work.player().answers(), "unit.drives");
    const auto isToDestroy = [](const domain::Value& drive) {
        return drive.textOr("status") == "to_destroy";
    };
    const bool some = drives.isArray() && std::ranges::any_of(drives.array(), isToDestroy);
    return word(some ? "card.drive_to_destroy" : "card.no_drive");
}

QVariantMap WorkScreen::instead() const {
    const Card* card = cardInHand();
    if (!card || card->ask != Ask::scan) return {};
    if (const QVariantList given = answers(); !given.isEmpty()) return given.front().toMap();
    switch (m_work.remedy()) {
        case UnitWork::Remedy::another:
            return {{"label", word("card.reprint")}, {"icon", "printer"}};
        case UnitWork::Remedy::destroyed:
            return {{"label", word("card.new_destroyed")}, {"icon", "label-torn"}};
        case UnitWork::Remedy::none:
            break;
    }
    return {};
}

QString WorkScreen::preview() const {
    if (!m_work.isOpen() || m_work.phase() != Phase::preview) return {};
    return LabelPictures::addressOf(m_work.preview());
}

bool WorkScreen::canType() const {
    const Card* card = cardInHand();
    return card && card->byHand && m_work.phase() == Phase::card;
}

QString WorkScreen::alphabet() {
    return asQString(domain::codeAlphabet);
}

bool WorkScreen::wantsShelf() const {
    const Card* card = cardInHand();
    return card && card->ask == Ask::scan && card->expect == Expect::location && card->equals.empty();
}

QString WorkScreen::target() const {
    if (!m_work.isOpen() || !m_work.card()) return {};
    if (m_work.wantsBadge()) return "id-badge-2";
    const Expect expect = m_work.card()->expect;
    return expect == Expect::serial || expect == Expect::text ? "barcode" : "qrcode";
}

QString WorkScreen::skipLabel() const {
    return m_work.isOpen() && m_work.card() ? say(m_work.card()->skip) : QString();
}

QString WorkScreen::typed() const {
    const bool secret = m_work.isOpen() && m_work.card() && m_work.card()->ask == Ask::pin;
    return secret ? QString(m_typed.size(), QChar(0x25CF)) : m_typed;
}

QString WorkScreen::typedUnit() const {
    return m_work.isOpen() && m_work.card() ? asQString(m_work.card()->number.unit) : QString();
}

bool WorkScreen::takesDecimals() const {
    return m_work.isOpen() && m_work.card() && m_work.card()->number.decimals > 0;
}

bool WorkScreen::canConfirm() const {
    if (!m_work.isOpen() || !m_work.card()) return false;
    const Card& card = *m_work.card();
    if (m_isTyping) return m_typed.size() == lettersOfAUnit;
    if (card.ask == Ask::number) return typedNumber(m_typed, card.number).has_value();
    if (card.ask == Ask::pin) return m_typed.size() >= shortestPin;
    if (card.ask != Ask::several) return true;
    for (std::size_t i = 0; i < card.choices.size(); ++i) {
        if (m_work.player().isChosen(i)) return true;
    }
    return false;
}

}  // namespace remise::terminal
