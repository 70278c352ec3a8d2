pragma ComponentBehavior: Bound
import QtQuick
import Remise

/// A list to choose from, four at a time.
Item {
    id: card

    required property WorkScreen work
    required property var words
    readonly property var answers: work.answers
    property int page: 0
    readonly property int perPage: 4
    readonly property int pages: Math.max(1, Math.ceil(answers.length / perPage))
    readonly property int gap: 12
    readonly property int rowHeight: Math.min(112, (height - (perPage - 1) * gap) / perPage)

    onVisibleChanged: page = 0

    Column {
        id: rows

        anchors { left: parent.left; right: turning.visible ? turning.left : parent.right; top: parent.top }
        anchors.rightMargin: turning.visible ? card.gap : 0
        spacing: card.gap

        Repeater {
            model: !card.visible ? [] : card.answers.slice(card.page * card.perPage, (card.page + 1) * card.perPage)

            AnswerRow {
                required property var modelData
                required property int index

                width: rows.width
                height: card.rowHeight
                label: modelData["label"]
                detail: modelData["detail"]
                icon: modelData["icon"]
                onTouched: card.work.answer(card.page * card.perPage + index)
            }
        }
    }

    Said {
        anchors.centerIn: parent
        width: Math.min(implicitWidth, card.width)
        horizontalAlignment: Text.AlignHCenter
        visible: card.answers.length === 0
        text: card.work.nothing
        font.pixelSize: 30
        color: Tokens.muted
    }

    Column {
        id: turning

        anchors { right: parent.right; top: parent.top }
        width: 100
        visible: card.pages > 1

        PageButton {
            enabled: card.page > 0
            icon: "chevron-up"
            touchLabel: card.words["list.previous"]
            onTouched: --card.page
        }

        Said {
            width: parent.width
            height: Math.max(40, card.rowHeight * 4 + card.gap * 3 - 2 * 130)
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: (card.page + 1) + " / " + card.pages
            strong: true
        }

        PageButton {
            enabled: card.page + 1 < card.pages
            icon: "chevron-down"
            touchLabel: card.words["list.next"]
            onTouched: ++card.page
        }
    }
}
