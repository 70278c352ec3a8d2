#include "terminal/printers.h"

#include <QCoreApplication>
#include <QDebug>
#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>

#include "drivers/printers/papers.h"
#include "drivers/printers/plugged_in.h"
#include "server/domain/refusals.h"
#include "terminal/scan_rules.h"

namespace remise::terminal {

using drivers::PrinterIdentity;
using drivers::PrinterState;

namespace {

constexpr const char* testPage = "test";

constexpr auto betweenLooks = std::chrono::seconds(1);

/// An id as the name of a folder; two ids never share one.
std::string folderOf(const std::string& id) {
    std::string name;
    for (const unsigned char c : id) {
        std::array<char, 4> coded{};
        std::snprintf(coded.data(), coded.size(), "_%02x", c);
        name += std::isalnum(c) != 0 || c == '-' ? std::string(1, static_cast<char>(c)) : coded.data();
    }
    return name;
}

/// The id whose queue is in a folder of this name; a name that is none of ours gives nothing.
std::optional<std::string> idOf(const std::string& folder) {
    std::string id;
    for (std::size_t at = 0; at < folder.size(); ++at) {
        if (folder[at] != '_') {
            id += folder[at];
            continue;
        }
        unsigned char c = 0;
        const char* digits = folder.data() + at + 1;
        const char* end = std::min(digits + 2, folder.data() + folder.size());
        if (std::from_chars(digits, end, c, 16).ptr != digits + 2) return {};
        id += static_cast<char>(c);
        at += 2;
    }
    return id;
}

std::string beginningOf(const std::string& text) {
    constexpr int longest = 40;  // of the test page's fields
    return QString::fromStdString(text).left(longest).toStdString();
}

/// One that has told nothing is called by its id.
PrinterIdentity named(PrinterIdentity identity) {
    if (identity.model.empty()) identity.model = identity.id;
    return identity;
}

}  // namespace

Printers::Printers(World world, const std::filesystem::path& folder, QObject* parent)
    : QObject(parent), m_world(std::move(world)), m_folder(folder), m_places(folder) {
    m_again.setSingleShot(true);
    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, this, &Printers::lookAround);
    m_eye.moveToThread(&m_thread);
    m_thread.start();
    setUpKept();
    lookAround();
}

Printers::~Printers() {
    m_thread.quit();
    m_thread.wait();
    m_isFollowing = true;  // nothing follows any more
    m_desks.clear();       // what they still have to tell is told to somebody whole
}

void Printers::lookAround() {
    if (std::exchange(m_isLooking, true)) {
        m_looksAgain = true;
        return;
    }
    QMetaObject::invokeMethod(&m_eye, [this] {
        std::vector<PrinterIdentity> found;
        try {
            found = m_world.find();
        } catch (const std::exception& fault) {
            qWarning("Looking for printers: %s", fault.what());
        }
        QMetaObject::invokeMethod(this, [this, found] { take(found); });
    });
}

void Printers::take(const std::vector<PrinterIdentity>& found) {
    m_isLooking = false;
    m_silent.clear();
    for (auto& [id, desk] : m_desks)
        desk.isThere = false;
    for (const PrinterIdentity& identity : found) {
        const auto known = m_desks.find(identity.id);
        // One that nobody here speaks with has no language; nor has one that is busy with a label right now.
        if (identity.language.empty() &&
            (known == m_desks.end() || known->second.identity.language.empty())) {
            if (identity.isSilent) m_silent.push_back(named(identity));
            continue;
        }
        if (known == m_desks.end()) setUp(identity);
        if (!identity.language.empty()) m_desks[identity.id].identity = identity;
        m_desks[identity.id].isThere = m_desks[identity.id].wasThere = true;
    }
    follow();
    ask();
    emit changed();
    if (std::exchange(m_looksAgain, false)) return lookAround();
    if (!m_silent.empty()) m_again.start();  // the right to it may come, or it is still starting
}

/// Labels that waited, or are in doubt, are known before their printer is there again.
void Printers::setUpKept() {
    std::error_code none;
    for (const auto& entry : std::filesystem::directory_iterator(m_folder / "prints", none)) {
        const auto id = idOf(entry.path().filename());
        if (!id) continue;
        PrinterIdentity missed;
        missed.id = missed.model = *id;
        setUp(missed);
    }
}

void Printers::setUp(const PrinterIdentity& identity) {
    Desk& desk = m_desks[identity.id];
    desk.identity = identity;
    desk.printer =
        std::make_unique<drivers::PluggedIn>([open = m_world.open, id = identity.id] { return open(id); });
    const std::filesystem::path folder = m_folder / "prints" / folderOf(identity.id);
    desk.queue = std::make_unique<PrintQueue>(desk.printer.get(), folder);
    connect(desk.queue.get(), &PrintQueue::printed, this, &Printers::printed);
    connect(desk.queue.get(), &PrintQueue::changed, this, &Printers::changed);
    connect(desk.queue.get(), &PrintQueue::changed, this, [this] { follow(); });
}

void Printers::ask() {
    for (const auto& [id, desk] : m_desks)
        if (desk.isThere) desk.queue->ask();
}

std::vector<Printers::Known> Printers::known() const {
    std::vector<Known> known;
    for (const auto& [id, desk] : m_desks) {
        const bool isMissed = desk.wasThere || desk.queue->waiting() > 0 || m_places.isChosen(id);
        if (!desk.isThere && !isMissed) continue;
        known.push_back({desk.identity, desk.isThere ? desk.queue->state() : PrinterState::offline,
                         desk.queue->waiting(), desk.queue->doubtful()});
    }
    for (const PrinterIdentity& identity : m_silent) {
        const auto idOfKnown = [](const Known& one) { return one.identity.id; };
        const auto place = std::ranges::lower_bound(known, identity.id, {}, idOfKnown);
        if (place != known.end() && idOfKnown(*place) == identity.id) continue;
        known.insert(place, {identity, PrinterState::offline, 0, {}});
    }
    return known;
}

std::vector<labels::Paper> Printers::papersOf(const std::string& printer, std::string_view kind) const {
    const auto desk = m_desks.find(printer);
    std::vector<labels::Paper> usual, possible;
    if (desk == m_desks.end() || desk->second.identity.language.empty()) return usual;
    for (const labels::Paper& paper : labels::papersOf(kind)) {
        const auto fit = drivers::fitOf(desk->second.identity, paper.width, paper.height);
        if (fit == drivers::Fit::usual) usual.push_back(paper);
        if (fit == drivers::Fit::possible) possible.push_back(paper);
    }
    usual.insert(usual.end(), possible.begin(), possible.end());
    return usual;
}

/// Those that are there come first; a label waits for one that is missed only where there is no other.
std::optional<LabelPlace> Printers::placeOf(std::string_view kind) const {
    const auto chosen = m_places.chosen(kind);
    for (const bool isThere : {true, false}) {
        const auto usable = [&](const Desk& desk) { return desk.isThere == isThere; };
        if (chosen && m_desks.contains(chosen->printer) && usable(m_desks.at(chosen->printer))) return chosen;
        for (const auto& [id, desk] : m_desks)
            if (const auto papers = papersOf(id, kind); usable(desk) && !papers.empty())
                return LabelPlace{id, papers.front()};
    }
    return {};
}

void Printers::choose(std::string_view kind, const LabelPlace& place) {
    m_places.choose(kind, place);
    follow();
    emit changed();
}

void Printers::follow() {
    if (std::exchange(m_isFollowing, true)) return;  // what follows changes the queues itself
    for (const auto& [id, desk] : m_desks)
        follow(*desk.queue, id);
    m_isFollowing = false;
}

/// A label leaves the one queue before it enters the other: it is never in two.
void Printers::follow(PrintQueue& from, const std::string& printer) {
    for (const PrintQueue::Label& label : from.notBegun()) {
        const auto place = placeOf(label.kind);
        const bool isRight = !place || (place->printer == printer && label.paper &&
                                        labels::nameOf(*label.paper) == labels::nameOf(place->paper));
        if (isRight || !from.takeBack(label.name)) continue;
        PrintQueue::Label moved = label;
        moved.paper = place->paper;
        if (m_desks[place->printer].queue->add(moved)) continue;
        if (!from.add(label)) qWarning("The label %s is in no queue any more", label.name.c_str());
    }
}

bool Printers::wantsLook(std::string_view kind) const {
    const auto place = placeOf(kind);
    return place && !m_places.wasSeen(kind, *place, QDate::currentDate());
}

void Printers::keepLook(std::string_view kind, const LabelPlace& place) {
    const auto desk = m_desks.find(place.printer);
    if (desk != m_desks.end() && desk->second.queue->hasAnswered())
        m_places.keepSeen(kind, place, QDate::currentDate());
}

domain::Outcome<labels::Bitmap> Printers::draw(std::string_view kind, const domain::Value& data) const {
    const auto place = placeOf(kind);
    if (!place) return domain::Refusal(domain::refusals::printerAway);
    return labels::drawLabel(kind, data, place->paper, m_desks.at(place->printer).queue->resolution());
}

domain::Verdict Printers::print(PrintQueue::Label label) {
    const auto mayHold = [&](const auto& desk) {
        return desk.second.queue->stageOf(label.name) || !desk.second.queue->isReadable();
    };
    if (label.purpose == PrintQueue::Purpose::again && std::ranges::any_of(m_desks, mayHold))
        return domain::Refusal(domain::refusals::labelInDoubt, {{"code", groupedCode(label.name)}});
    const auto place = placeOf(label.kind);
    if (!place) return domain::Refusal(domain::refusals::printerAway);
    label.paper = place->paper;
    return m_desks[place->printer].queue->add(label);
}

/// On the paper that other labels there have.
domain::Verdict Printers::printTest(const std::string& printer, domain::Language language) {
    const auto desk = m_desks.find(printer);
    auto papers = papersOf(printer, testPage);
    if (desk == m_desks.end() || papers.empty()) return domain::Refusal(domain::refusals::printerAway);
    for (const std::string& kind : labels::labelKinds())
        if (const auto chosen = m_places.chosen(kind); chosen && chosen->printer == printer) {
            papers.front() = chosen->paper;
            break;
        }
    const PrinterIdentity& identity = desk->second.identity;
    const domain::Value data =
        domain::Value::Object{{"printer", beginningOf(identity.maker + " " + identity.model)},
                              {"code", beginningOf(identity.id)},
                              {"lang", domain::languageTag(language)}};
    return desk->second.queue->add({testPage, data, testPage, PrintQueue::Purpose::trial, papers.front()});
}

std::optional<domain::Refusal> Printers::whyGivenUp(const std::string& name) const {
    for (const auto& [id, desk] : m_desks)
        if (auto why = desk.queue->whyGivenUp(name)) return why;
    return {};
}

PrintQueue* Printers::queueWith(const std::string& name) const {
    for (const auto& [id, desk] : m_desks)
        if (desk.queue->stageOf(name)) return desk.queue.get();
    return nullptr;
}

}  // namespace remise::terminal
