#include "terminal/print_queue.h"

#include <QCoreApplication>
#include <QDebug>
#include <algorithm>

#include "server/domain/refusals.h"
#include "terminal/printer_words.h"

namespace remise::terminal {

using drivers::Printed;
using drivers::PrinterState;
using drivers::PrintResult;

namespace {

constexpr auto betweenLooks = std::chrono::seconds(1);

domain::Outcome<labels::Bitmap> drawn(const PrintQueue::Label& label, labels::Resolution resolution) {
    const auto papers = labels::papersOf(label.kind);
    const labels::Paper usual = papers.empty() ? labels::Paper{} : papers.front();
    return labels::drawLabel(label.kind, label.data, label.paper.value_or(usual), resolution);
}

}  // namespace

PrintQueue::PrintQueue(drivers::Printer* printer, const std::filesystem::path& folder, QObject* parent)
    : QObject(parent), m_printer(printer), m_folder(folder) {
    if (!printer) m_state = PrinterState::offline;
    m_again.setSingleShot(true);
    m_again.setInterval(betweenLooks);
    connect(&m_again, &QTimer::timeout, this, &PrintQueue::ask);
    m_hand.moveToThread(&m_thread);
    m_thread.start();
    open();
    goOn();
}

/// The label under way is waited for: what the printer tells of it is worth knowing.
PrintQueue::~PrintQueue() {
    m_isEnding = true;
    m_thread.quit();
    m_thread.wait();
    QCoreApplication::sendPostedEvents(this);
}

domain::Verdict PrintQueue::add(const Label& label) {
    m_givenUp.erase(label.name);
    if (const auto picture = drawn(label, m_resolution); !picture) return picture.refusal();
    if (!keep({m_lastNumber + 1, label, Stage::waiting})) return domain::Refusal(domain::refusals::notStored);
    emit changed();
    goOn();
    return {};
}

bool PrintQueue::mayMove(const Job& job) {
    const bool isForAHand = job.label.purpose == Purpose::hand || job.label.purpose == Purpose::again;
    return isForAHand && job.stage == Stage::waiting && !job.mayBeThere;
}

std::vector<PrintQueue::Label> PrintQueue::notBegun() const {
    std::vector<Label> labels;
    for (const Job& job : m_jobs)
        if (mayMove(job)) labels.push_back(job.label);
    return labels;
}

std::optional<PrintQueue::Label> PrintQueue::takeBack(const std::string& name) {
    const Job* job = find(name);
    if (!job || !mayMove(*job)) return {};
    Label label = job->label;
    remove(job->number);
    return label;
}

PrintQueue::Job* PrintQueue::find(const std::string& name) {
    const auto job = std::ranges::find_if(m_jobs, [&](const Job& one) { return one.label.name == name; });
    return job == m_jobs.end() ? nullptr : &*job;
}

void PrintQueue::found(const std::string& name) {
    letGo(name, Wish::seen);
}

void PrintQueue::forget(const std::string& name) {
    letGo(name, Wish::forgotten);
}

void PrintQueue::letGo(const std::string& name, Wish wish) {
    m_givenUp.erase(name);
    Job* job = find(name);
    if (!job) return;
    job->wish = wish;
    const bool mayBeOut = job->stage == Stage::out || job->stage == Stage::doubtful;
    if (mayBeOut && wish == Wish::forgotten && job->label.purpose == Purpose::again) {
        mark(*job, Stage::doubtful);
        emit changed();
    } else if (job->stage != Stage::sending) {
        drop(job->number);
    }
    goOn();
}

void PrintQueue::destroyed(const std::string& name) {
    Job* job = find(name);
    if (!job || (job->stage != Stage::doubtful && job->stage != Stage::out)) return;
    if (job->label.purpose == Purpose::again) return found(name);
    mark(*job, Stage::waiting);
    emit changed();
    goOn();
}

std::optional<PrintQueue::Stage> PrintQueue::stageOf(const std::string& name) const {
    const auto job = std::ranges::find_if(m_jobs, [&](const Job& one) { return one.label.name == name; });
    return job == m_jobs.end() ? std::nullopt : std::optional(job->stage);
}

int PrintQueue::waiting() const {
    return static_cast<int>(
        std::ranges::count_if(m_jobs, [](const Job& job) { return job.stage != Stage::out; }));
}

bool PrintQueue::isHindered() const {
    return waiting() > 0 && m_state && !canPrint(*m_state);
}

std::optional<std::string> PrintQueue::doubtful() const {
    const auto job = std::ranges::find(m_jobs, Stage::doubtful, &Job::stage);
    return job == m_jobs.end() ? std::nullopt : std::optional(job->label.name);
}

/// Nothing goes to the printer before the disk knows that it may have.
void PrintQueue::goOn() {
    const auto next = std::ranges::find(m_jobs, Stage::waiting, &Job::stage);
    if (m_isBusy || m_isEnding || next == m_jobs.end() || doubtful()) return;
    if (!m_printer || !mark(*next, Stage::sending)) return m_again.start();
    print(*next);
}

/// A printer that was asked knows how fine its head is. What is for somebody's hand is sent only to one that
/// can print just now: nothing of it has left otherwise, and it may come out elsewhere.
void PrintQueue::print(const Job& job) {
    m_isBusy = true;
    QMetaObject::invokeMethod(&m_hand, [this, number = job.number, label = job.label] {
        const bool isForAHand = label.purpose == Purpose::hand || label.purpose == Purpose::again;
        if (!std::exchange(m_isAsked, true) || isForAHand) {
            const drivers::PrinterStatus now = m_printer->status();
            if (isForAHand && !canPrint(now.state)) {
                QMetaObject::invokeMethod(this, [this, number, now] {
                    take(number, {Printed::no, now}, Sent::nothing);
                });
                return;
            }
        }
        const auto picture = drawn(label, m_printer->identity().resolution);
        if (!picture) {
            QMetaObject::invokeMethod(this, [this, number, why = picture.refusal()] { giveUp(number, why); });
            return;
        }
        const PrintResult result = m_printer->print(*picture, label.name);
        QMetaObject::invokeMethod(this, [this, number, result] { take(number, result, Sent::label); });
    });
}

/// What this printer cannot print readable must not keep the others waiting.
void PrintQueue::giveUp(std::int64_t number, const domain::Refusal& why) {
    m_isBusy = false;
    const Job& job = *std::ranges::find(m_jobs, number, &Job::number);
    qWarning("The label %s: %s", job.label.name.c_str(), why.text(domain::Language::english).c_str());
    if (job.wish == Wish::wanted) m_givenUp.insert_or_assign(job.label.name, why);
    drop(number);
    goOn();
}

std::optional<domain::Refusal> PrintQueue::whyGivenUp(const std::string& name) const {
    const auto found = m_givenUp.find(name);
    return found == m_givenUp.end() ? std::nullopt : std::optional(found->second);
}

void PrintQueue::take(std::int64_t number, const PrintResult& result, Sent sent) {
    m_isBusy = false;
    Job& job = *std::ranges::find(m_jobs, number, &Job::number);
    job.mayBeThere = job.mayBeThere || sent == Sent::label;
    const std::string name = job.label.name;
    const Purpose purpose = job.label.purpose;
    if (result.printed != Printed::yes && m_state != result.status.state)
        qWarning("The label %s: %s", name.c_str(), result.status.detail.c_str());
    note(result.status.state);
    settle(job, result.printed);
    if (result.printed == Printed::yes && purpose != Purpose::trial)
        emit printed(QString::fromStdString(name));
    emit changed();
    canPrint(*m_state) && result.printed == Printed::yes ? goOn() : m_again.start();
}

/// What becomes of a label that the printer is done with.
void PrintQueue::settle(Job& job, Printed printed) {
    const bool isWanted = job.wish == Wish::wanted;
    const bool isFollowed = job.label.purpose == Purpose::again && job.wish != Wish::seen;
    if (printed == Printed::no && isWanted) {
        mark(job, Stage::waiting);
    } else if (printed == Printed::yes && isFollowed) {
        mark(job, isWanted ? Stage::out : Stage::doubtful);
    } else if (printed == Printed::inDoubt && (isFollowed || isWanted) &&
               job.label.purpose != Purpose::trial) {
        mark(job, Stage::doubtful);
    } else {
        drop(job.number);
    }
}

/// A printer that can print again goes on by itself. Whether another roll is in, some know only of the next
/// label: it is tried, and until then the wrong one is told.
void PrintQueue::ask() {
    if (m_isBusy || m_isEnding || !m_printer) return;
    if (!m_file) open();
    m_isBusy = true;
    QMetaObject::invokeMethod(&m_hand, [this] {
        const PrinterState state = m_printer->status().state;
        m_isAsked = true;
        const labels::Resolution resolution = m_printer->identity().resolution;
        QMetaObject::invokeMethod(this, [this, state, resolution] {
            m_isBusy = false;
            m_resolution = resolution;
            m_hasAnswered =
                m_hasAnswered || (state != PrinterState::offline && state != PrinterState::unclear);
            const bool tells = !canPrint(state) || m_state != PrinterState::wrongMedia || waiting() == 0;
            if (tells) note(state);
            if (canPrint(state)) return goOn();
            if (waiting() > 0) m_again.start();
        });
    });
}

void PrintQueue::note(PrinterState state) {
    if (std::exchange(m_state, state) != state) emit changed();
}

}  // namespace remise::terminal
