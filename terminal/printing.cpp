#include "terminal/printing.h"

#include "server/domain/refusals.h"
#include "terminal/printer_words.h"
#include "terminal/scan_rules.h"

namespace remise::terminal {

namespace {

constexpr int fewCodes = 100;
constexpr int codesInALease = 200;
constexpr const char* publicUrl = "public_url";

}  // namespace

Printing::Printing(Client& client, Cache& cache, PrintQueue& queue, QObject* parent)
    : QObject(parent),
      m_client(client),
      m_cache(cache),
      m_queue(queue),
      m_publicUrl(client.server().toString().toStdString()) {
    if (const auto known = cache.answer(publicUrl); known && known->isText()) m_publicUrl = known->text();
    connect(&queue, &PrintQueue::printed, this, &Printing::printed);
    connect(&queue, &PrintQueue::changed, this, &Printing::changed);
}

void Printing::lease() {
    if (m_asking || m_cache.codesLeft() >= fewCodes) return;
    m_asking = true;
    domain::Value wish;
    wish["count"] = codesInALease;
    m_client.post("/api/v1/codes/lease", wish, [this](const Answer& answer) {
        m_asking = false;
        if (!answer.ok() || !answer.body["codes"].isArray()) return;
        m_cache.together([&] {
            for (const domain::Value& code : answer.body["codes"].array())
                if (code.isText()) m_cache.keepCode(code.text());
        });
        m_publicUrl = answer.body.textOr("public_url", m_publicUrl);
        m_cache.keepAnswer(publicUrl, m_publicUrl);
        emit leased();
    });
}

void Printing::leaseAnew() {
    m_cache.dropCodes();
    lease();
}

std::optional<std::string> Printing::takeCode() {
    auto code = m_cache.takeCode();
    lease();
    return code;
}

domain::Verdict Printing::printUnitLabel(const std::string& code, const domain::Value& unit) {
    domain::Value data = domain::Value::Object{{"code", code}, {"url", m_publicUrl}};
    for (const char* field : {"maker", "model", "grade"})
        if (unit[field].isText()) data[field] = unit[field];
    return m_queue.add({.kind = "unit", .data = std::move(data), .name = code});
}

bool Printing::mayBeOut(const std::string& code) const {
    return !m_queue.holds(code) || isInDoubt(code);
}

void Printing::settle(const std::string& code) {
    m_queue.forget(code);
}

std::optional<domain::Refusal> Printing::trouble() const {
    if (const auto code = m_queue.doubtful())
        return domain::Refusal(domain::refusals::labelInDoubt, {{"code", groupedCode(*code)}});
    if (m_queue.isHindered()) return printerRefusal(m_queue.state());
    return {};
}

}  // namespace remise::terminal
