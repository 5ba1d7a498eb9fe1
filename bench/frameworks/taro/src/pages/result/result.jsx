import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import './result.css';
export default function Result() {
  const { params } = useRouter();
  const [text] = useState(params.text);
  return <View className="row">{text}</View>;
}
