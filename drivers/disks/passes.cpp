#include "drivers/disks/passes.h"

namespace remise::drivers::disks {

domain::Milliseconds now() {
    using namespace std::chrono;
    return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

DriveWork::DriveWork(const Drive& drive, const EraseOrder& order, const Hooks& hooks)
    : m_order(order), m_hooks(hooks) {
    m_report.drive = drive;
    m_progress.serial = drive.identity.serial;
    m_progress.device = drive.path;
}

bool DriveWork::open(Access access) {
    tell(Phase::preparing, 0, 0);
    Opening opening = openDrive(m_report.drive, access, m_order.look.kernel);
    m_report.reason = opening.reason;
    m_drive = std::move(opening.drive);
    if (m_drive) m_report.drive.bytes = m_drive->bytes();
    return m_drive != nullptr;
}

void DriveWork::tell(Phase phase, std::uint64_t bytes, std::uint64_t ofBytes) {
    if (phase != m_progress.phase) m_speed = {};
    m_speed.note(bytes, Speed::Clock::now());
    m_progress.phase = phase;
    m_progress.bytes = bytes;
    m_progress.ofBytes = ofBytes;
    m_progress.bytesPerSecond = m_speed.bytesPerSecond();
    m_progress.left.reset();
    if (m_progress.bytesPerSecond > 0 && ofBytes >= bytes)
        m_progress.left = std::chrono::seconds((ofBytes - bytes) / m_progress.bytesPerSecond);
    m_hooks.onProgress(m_progress);
}

Watch DriveWork::watch(Phase phase, std::uint64_t ofBytes, Telling telling) {
    Watch watch;
    watch.patience = m_order.patience;
    watch.shallStop = m_hooks.shallStop;
    if (telling == Telling::no) return watch;
    tell(phase, 0, ofBytes);
    watch.onProgress = [this, phase, ofBytes](const Tally& tally) {
        m_progress.badSectors = tally.bad.size();
        tell(phase, tally.bytes, ofBytes);
    };
    return watch;
}

/// A pass is good when it came to its end without anything given up.
bool DriveWork::note(Ended ended, const Tally& tally, Reason ofErrors) {
    m_report.badSectors = std::max<std::uint64_t>(m_report.badSectors, tally.bad.size());
    switch (ended) {
        case Ended::stopped:
            m_report.reason = Reason::stopped;
            return false;
        case Ended::timeout:
            m_report.reason = Reason::timeout;
            return false;
        case Ended::vanished:
            m_report.reason = Reason::vanished;
            return false;
        case Ended::tooManyErrors:
            m_report.reason = ofErrors;
            return false;
        case Ended::done:
            break;
    }
    if (tally.bad.empty() && tally.isOnMedium) return true;
    m_report.reason = ofErrors;
    return false;
}

bool DriveWork::overwrite(const Fill& fill) {
    Step step;
    step.method = fill.seed().empty() ? Method::overwriteZero : Method::overwriteRandom;
    step.startedAt = now();
    const Places places = Places::all(m_drive->bytes());
    const Walked walked = disks::overwrite(m_drive, places, fill, watch(Phase::overwriting, places.bytes()));
    const bool isOk =
        note(walked.ended, walked.tally, Reason::writeErrors) && walked.tally.bytes == places.bytes();
    step.endedAt = now();
    step.bytes = walked.tally.bytes;
    step.errors = walked.tally.errors;
    step.result = isOk                             ? StepResult::done
                  : walked.ended == Ended::stopped ? StepResult::stopped
                  : walked.ended == Ended::timeout ? StepResult::timeout
                                                   : StepResult::failed;
    m_report.steps.push_back(step);
    return isOk;
}

bool DriveWork::verify(const Fill& fill) {
    const bool isFull = m_order.verification == Extent::full;
    const Places places =
        isFull ? Places::all(m_drive->bytes()) : Places::sampled(m_drive->bytes(), m_drive->block());
    Verification verification;
    verification.extent = m_order.verification;
    verification.startedAt = now();
    const Walked walked = disks::verify(m_drive, places, fill, watch(Phase::verifying, places.bytes()));
    verification.endedAt = now();
    verification.bytes = walked.tally.bytes;
    verification.places = places.places().size();
    verification.expected = fill.name();
    verification.seed = fill.seed();
    verification.mismatches = walked.tally.mismatches;
    verification.unreadable = walked.tally.bad.size();
    m_report.verification = verification;
    if (!note(walked.ended, walked.tally, Reason::unreadableSectors)) return false;
    if (walked.tally.mismatches == 0 && walked.tally.bytes == places.bytes()) return true;
    m_report.reason = Reason::verificationFailed;
    return false;
}

bool DriveWork::eraseItself(Firmware& firmware, Method method) {
    constexpr std::uint64_t howMany = 64, all = 65'536;
    const Places marks = Places::scattered(m_drive->bytes(), m_drive->block(), howMany);
    const Fill mark = Fill::random();
    const Watch quiet = watch(Phase::firmware, 0, Telling::no);
    const Walked marked = disks::overwrite(m_drive, marks, mark, quiet);
    if (!note(marked.ended, marked.tally, Reason::writeErrors)) return false;
    const std::uint64_t bytes = m_drive->bytes();
    Waiting waiting;
    waiting.shallStop = m_hooks.shallStop;
    waiting.betweenLooks = m_order.betweenLooks;
    waiting.onProgress = [&](unsigned progress) { tell(Phase::firmware, bytes / all * progress, bytes); };
    tell(Phase::firmware, 0, bytes);
    Step step;
    step.method = method;
    step.startedAt = now();
    const Attempt attempt = firmware.attempt(method, waiting);
    step.endedAt = now();
    step.result = attempt.result;
    step.stateBefore = attempt.before;
    step.stateAfter = attempt.after;
    if (attempt.result == StepResult::done) {
        const Walked looked = disks::verify(m_drive, marks, mark, quiet);
        const bool areGone = looked.tally.mismatches == marks.bytes() / m_drive->sector();
        if (!note(looked.ended, looked.tally, Reason::unreadableSectors) || !areGone) {
            step.result = StepResult::failed;
            step.stateAfter += areGone ? "" : ", what was written before is still there";
        }
    }
    step.bytes = step.result == StepResult::done ? bytes : 0;
    m_report.steps.push_back(step);
    if (step.result == StepResult::stopped) m_report.reason = Reason::stopped;
    if (step.result == StepResult::timeout) m_report.reason = Reason::timeout;
    return step.result == StepResult::done;
}

DriveReport DriveWork::end(Ending ending) {
    m_report.ending = ending;
    m_progress.ending = ending;
    m_progress.reason = m_report.reason;
    tell(Phase::ended, m_progress.bytes, m_progress.ofBytes);
    return m_report;
}

}  // namespace remise::drivers::disks
