import QtQuick
import Remise

/// A list to choose from, four at a time.
Item {
    id: card

    required property WorkScreen work
    required property var words
    property int page: 0
    readonly property int perPage: 4
    readonly property int pages: Math.max(1, Math.ceil(work.answers.length / perPage))

    Column {
        id: rows

        anchors { left: parent.left; right: parent.right; top: parent.top }
        spacing: 14

        Repeater {
            model: card.work.answers.slice(card.page * card.perPage, (card.page + 1) * card.perPage)

            AnswerTile {
                required property var modelData
                required property int index

                wide: true
                width: rows.width
                height: Math.min(116, (card.height - 120) / card.perPage - rows.spacing)
                label: modelData["label"]
                detail: modelData["detail"]
                icon: modelData["icon"]
                onTouched: card.work.answer(card.page * card.perPage + index)
            }
        }
    }

    Said {
        anchors.centerIn: parent
        visible: card.work.answers.length === 0
        text: card.words["card.nothing"]
        font.pixelSize: 30
        color: Tokens.muted
    }

    Row {
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom }
        spacing: 24
        visible: card.pages > 1

        BottomButton {
            width: 220
            enabled: card.page > 0
            opacity: enabled ? 1 : 0.3
            edge: Tokens.line
            icon: "chevron-left"
            label: card.words["list.previous"]
            onTouched: --card.page
        }

        Said {
            anchors.verticalCenter: parent.verticalCenter
            text: (card.page + 1) + " / " + card.pages
            font.pixelSize: 28
        }

        BottomButton {
            width: 220
            enabled: card.page + 1 < card.pages
            opacity: enabled ? 1 : 0.3
            edge: Tokens.line
            icon: "chevron-right"
            label: card.words["list.next"]
            onTouched: ++card.page
        }
    }
}
