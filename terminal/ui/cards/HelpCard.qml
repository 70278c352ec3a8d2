import QtQuick
import Remise

/// A word of help for this very card.
Touchable {
    id: card

    property string text
    property var words: ({})

    signal settled()

    touchLabel: words["help.close"] ?? ""
    fill: "#E9F0F8"
    edge: Tokens.info
    border.width: 4
    onTouched: settled()

    Message {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: understood.top; margins: 12 }
        sign: "info"
        text: card.text

        Said {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text !== card.text
            text: card.words["help.leader"] ?? ""
            font.pixelSize: 28
            color: Tokens.muted
        }
    }

    Understood {
        id: understood

        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 20 }
        label: card.touchLabel
        colour: Tokens.info
    }
}
