import { Button, Input, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';
import './form.css';
export default function Form() {
  const [bill, setBill] = useState('');
  const [amount, setAmount] = useState('');
  const onBill = (event) => {
    setBill(event.detail.value);
  };
  const onAmount = (event) => {
    setAmount(event.detail.value);
  };
  const onCollect = () => {
    Taro.navigateTo({ url: '/pages/result/result?text=' + bill });
  };
  return (
    <>
      <View className="row">
        <Input value={bill} onInput={onBill} />
      </View>
      <View className="row">
        <Input value={amount} onInput={onAmount} />
      </View>
      <Button onClick={onCollect}>收款</Button>
    </>
  );
}
