#pragma once

#include <kainjow/mustache.hpp>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "server/domain/value.h"

namespace remise::http {

/// Null, false and "" are false in a section; numbers are text, so always true.
kainjow::mustache::data mustacheData(const domain::Value&);

/// Names of a template, looked up from the innermost section outwards; strings under `t.`. An unknown name is
/// a fault (std::logic_error) that names template and name; so is an address that leads nowhere good.
class StrictContext : public kainjow::mustache::basic_context<std::string> {
public:
    using Data = kainjow::mustache::data;
    using Texts = std::map<std::string, Data, std::less<>>;

    StrictContext(std::string_view templateName, const Texts& texts)
        : m_template(templateName), m_texts(texts) {}

    void push(const Data* data) override { m_chain.push_back(data); }
    void pop() override { m_chain.pop_back(); }
    [[nodiscard]] const Data* get(const std::string& name) const override;
    [[nodiscard]] const Data* get_partial(const std::string& name) const override;

private:
    [[nodiscard]] const Data* find(std::string_view name) const;
    [[noreturn]] void complain(const std::string& what) const;

    std::string_view m_template;
    const Texts& m_texts;
    std::vector<const Data*> m_chain;
};

}  // namespace remise::http
