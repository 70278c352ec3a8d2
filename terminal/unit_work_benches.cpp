#include <QDateTime>

#include "server/domain/refusals.h"
#include "terminal/bench_rules.h"
#include "terminal/unit_work.h"

/// The part of a unit's work that lets a machine on the benches begin.
namespace remise::terminal {

using domain::Refusal;
using domain::Value;
namespace refusals = domain::refusals;

namespace {

Value listOf(const std::vector<std::string>& texts) {
    return Value::Array(texts.begin(), texts.end());
}

/// "BCDFGHJK, LMNPQRST"
std::vector<std::string> codesIn(std::string text) {
    std::vector<std::string> codes;
    for (std::size_t comma = 0; !text.empty(); text.erase(0, comma + 2)) {
        comma = std::min(text.find(", "), text.size());
        codes.push_back(text.substr(0, comma));
        if (comma == text.size()) break;
    }
    return codes;
}

}  // namespace

std::vector<Value> UnitWork::machines() const {
    const bool isAsked = card() && card()->ask == Ask::bench;
    return isAsked ? benchesFor(m_player->answers()["unit"], m_benches.all())
                   : benchesByNeed(m_benches.all());
}

/// Cards may depend on there being a machine that can be it.
Value UnitWork::withBenchSeen(Value unit) const {
    if (!benchesFor(std::as_const(unit), m_benches.all()).empty()) unit["on_bench"] = true;
    return unit;
}

/// Asked for again after a server that did not answer, it is the same job.
void UnitWork::begin(const std::string& report) {
    if (m_order.report != report) {
        m_order = {};
        m_order.id = domain::Uuid::v7(QDateTime::currentMSecsSinceEpoch());
        m_order.report = report;
    }
    sendOrder();
}

void UnitWork::confirmTwo() {
    m_order.beside.insert(m_order.beside.end(), m_order.knownAs.begin(), m_order.knownAs.end());
    m_order.knownAs.clear();
    sendOrder();
}

void UnitWork::admitOne() {
    m_trouble = m_order.known;
    m_order = {};
    emit changed();
}

void UnitWork::sendOrder() {
    stopAsking();
    m_trouble.reset();
    m_phase = Phase::ordering;
    emit changed();
    const BenchJob& job = card()->job;
    Value order = Value::Object{{"id", m_order.id.text()},
                                {"report", m_order.report},
                                {"unit", m_player->answers()["unit"].textOr("code")},
                                {"worker", m_badge},
                                {"erase", job.erase},
                                {"verification", job.verification},
                                {"tests", listOf(job.tests)}};
    if (!m_order.beside.empty()) order["beside"] = listOf(m_order.beside);
    m_client.post("/api/v1/jobs", order, [this, question = m_question](const Answer& answer) {
        if (question == m_question) takeOrdered(answer);
    });
}

void UnitWork::takeOrdered(const Answer& answer) {
    m_phase = answer.ok() ? Phase::saved : Phase::card;
    m_trouble.reset();
    if (answer.ok()) {
        const Value& unit = m_player->answers()["unit"];
        m_result = {unit.textOr("code"), unit.textOr("stage"), unit.textOr("next"), 0};
        m_lastKind = begun;
        m_lastSubject = m_result->code;
        m_order = {};
    } else if (answer.trouble->code == refusals::machineKnown.code) {
        m_order.knownAs = codesIn(answer.body.textOr("codes"));
        m_order.known = *answer.trouble;
    } else if (answer.trouble->code == refusals::serverAway.code) {
        m_trouble = troubleOf(Refusal(refusals::waitsForServer), m_client.language());
    } else {
        m_trouble = answer.trouble;
        if (!answer.isAway()) m_order = {};
    }
    emit changed();
}

}  // namespace remise::terminal
