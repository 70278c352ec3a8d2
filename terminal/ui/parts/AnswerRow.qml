import QtQuick
import Remise

/// One answer in a list: its picture, its words, and at the end what matters most (a price, a shelf).
Touchable {
    id: row

    property string label
    property string detail
    property string icon
    property bool chosen: false

    touchLabel: label
    edge: chosen ? Tokens.teal : Tokens.line
    border.width: chosen ? 4 : 2
    fill: chosen ? "#E3F1EF" : "white"

    Icon {
        id: picture

        anchors { left: parent.left; leftMargin: 20; verticalCenter: parent.verticalCenter }
        name: row.icon
        side: 48
        colour: Tokens.teal
    }

    Said {
        anchors { left: picture.right; leftMargin: 18; right: aside.left; rightMargin: 12 }
        anchors.verticalCenter: parent.verticalCenter
        text: row.label
        strong: true
        lineHeight: 1
    }

    Row {
        id: aside

        anchors { right: parent.right; rightMargin: 20; verticalCenter: parent.verticalCenter }
        spacing: 12

        Said {
            anchors.verticalCenter: parent.verticalCenter
            text: row.detail
            strong: true
            font.pixelSize: 34
            color: Tokens.teal
        }

        StateSign {
            anchors.verticalCenter: parent.verticalCenter
            sign: row.chosen ? "go" : ""
        }
    }
}
