import QtQuick
import Remise

/// One answer: its picture, its shape when it is a state, its words.
Touchable {
    id: tile

    property string label
    property string detail
    property string icon
    property string sign
    property bool chosen: false
    property bool wide: false
    readonly property color tone: sign === "" ? Tokens.ink : States.colourOf(sign)

    touchLabel: label
    edge: chosen ? Tokens.teal : sign === "" ? Tokens.line : tone
    border.width: chosen ? 4 : sign === "" ? 2 : 3
    fill: chosen ? "#E3F1EF" : "white"

    StateSign {
        anchors { left: parent.left; top: parent.top; margins: 16 }
        sign: tile.chosen ? "go" : tile.sign
    }

    Icon {
        id: picture

        anchors.horizontalCenter: tile.wide ? undefined : parent.horizontalCenter
        anchors.top: tile.wide ? undefined : parent.top
        anchors.topMargin: Math.max(16, (parent.height - height - words.height - 16) / 2)
        anchors.left: tile.wide ? parent.left : undefined
        anchors.leftMargin: 24
        anchors.verticalCenter: tile.wide ? parent.verticalCenter : undefined
        name: tile.icon
        side: tile.wide ? 56 : Math.min(88, tile.height * 0.42)
        colour: tile.tone
    }

    Column {
        id: words

        anchors.left: tile.wide ? picture.right : parent.left
        anchors.leftMargin: tile.wide ? 24 : 16
        anchors.right: parent.right
        anchors.rightMargin: 16
        anchors.top: tile.wide ? undefined : picture.bottom
        anchors.topMargin: 12
        anchors.verticalCenter: tile.wide ? parent.verticalCenter : undefined
        spacing: 4

        Said {
            width: parent.width
            horizontalAlignment: tile.wide ? Text.AlignLeft : Text.AlignHCenter
            text: tile.label
            strong: true
            font.pixelSize: 26
        }

        Said {
            width: parent.width
            visible: text !== ""
            horizontalAlignment: tile.wide ? Text.AlignLeft : Text.AlignHCenter
            text: tile.detail
            color: Tokens.muted
        }
    }
}
